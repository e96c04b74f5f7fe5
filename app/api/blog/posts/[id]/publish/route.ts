import { readIdempotencyKey } from "@/lib/http/read-preferences";
import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";
import { publishPost } from "@/lib/publish/publish-post";
import { publishBody } from "@/lib/publish/schema";

/** The longest that one request may take, in seconds: another one's turn, and a slow site. */
export const maxDuration = 180;

export const POST = withUser(publishBody, async ({ user, body, params, request }) => {
  const key = readIdempotencyKey(request.headers);
  return Response.json({
    publication: await publishPost(user, requireUuid(params.id), body, key),
  });
});
