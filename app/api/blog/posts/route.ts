import { listPosts } from "@/lib/blog/list-posts";
import { withUser } from "@/lib/http/with-user";

export const GET = withUser(null, async ({ user }) =>
  Response.json({ posts: await listPosts(user) }),
);
