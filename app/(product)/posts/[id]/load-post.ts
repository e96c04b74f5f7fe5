import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requirePageUser } from "@/app/_session/require-page-user";
import { getPost } from "@/lib/blog/posts/get-post";
import { isUuid } from "@/lib/http/require-uuid";

/** The post of this page, read once per request; somebody else's is not found, like none. */
export const loadPost = cache(async (id: string) => {
  const user = await requirePageUser();
  const post = isUuid(id) ? await getPost(user, id) : null;
  return post ?? notFound();
});
