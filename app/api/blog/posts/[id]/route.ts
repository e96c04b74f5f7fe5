import { getPost } from "@/lib/blog/get-post";
import { deletePost } from "@/lib/blog/library/delete-post";
import { AppError } from "@/lib/errors";
import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";

export const GET = withUser(null, async ({ user, params }) => {
  const post = await getPost(user, requireUuid(params.id));
  if (!post) throw new AppError("not_found");
  return Response.json(post);
});

export const DELETE = withUser(null, async ({ user, params }) => {
  await deletePost(user, requireUuid(params.id));
  return new Response(null, { status: 204 });
});
