import "server-only";
import { posts } from "@/drizzle/schema";
import type { UserId } from "../auth/user-id";
import { asUser } from "../db/as-user";
import { getRates } from "../usage/get-rates";
import { livePost } from "./live-post";
import { generateBody } from "./schema";

/** What writing a post will cost once its outline is approved, in US dollars; 0 when it is nobody's. */
export async function estimateWriting(user: UserId, postId: string): Promise<number> {
  const [post] = await asUser(user, (tx) =>
    tx.select({ request: posts.request }).from(posts).where(livePost(postId)),
  );
  if (!post) return 0;
  const { wordCount } = generateBody.parse(post.request);
  return wordCount * getRates().perWordUsd;
}
