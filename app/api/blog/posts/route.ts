import { listPosts } from "@/lib/blog/library/list-posts";
import { listQuery } from "@/lib/blog/library/schema";
import { parseFields } from "@/lib/http/read-body";
import { withUser } from "@/lib/http/with-user";

export const GET = withUser(null, async ({ user, request }) => {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return Response.json({ posts: await listPosts(user, parseFields(listQuery, query)) });
});
