import { readBytes } from "@/lib/http/read-bytes";
import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";
import { LIMITS } from "@/lib/limits/registry";
import { uploadPicture } from "@/lib/publish/upload-picture";

/** The longest that the site may take with the picture, in seconds. */
export const maxDuration = 120;

export const POST = withUser(null, async ({ user, params, request }) => {
  const siteId = new URL(request.url).searchParams.get("integrationId") ?? undefined;
  const order = { postId: requireUuid(params.id), siteId: requireUuid(siteId) };
  const bytes = await readBytes(request, LIMITS.pictureBytes);
  return Response.json({ ref: await uploadPicture(user, order, bytes) });
});
