import { setPostCap } from "@/lib/blog/posts/set-post-cap";
import { postCapBody } from "@/lib/blog/schema";
import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";

export const PUT = withUser(postCapBody, async ({ user, body, params }) => {
  const { id, status } = await setPostCap(user, requireUuid(params.id), body);
  return Response.json({ id, status });
});
