import { saveEdit } from "@/lib/blog/edit/save-edit";
import { saveEditBody } from "@/lib/blog/edit/schema";
import { deletePost } from "@/lib/blog/library/delete-post";
import { getPost } from "@/lib/blog/posts/get-post";
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
export const PATCH = withUser(saveEditBody, async ({ user, body, params }) =>
  Response.json(await saveEdit(user, requireUuid(params.id), body)),
);
