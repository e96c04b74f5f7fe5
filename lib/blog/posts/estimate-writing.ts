import "server-only";
import { posts } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { priceWord } from "../../usage/price-word";
import { generateBody } from "../schema";
import { livePost } from "./live-post";

/** How many words a post was asked for with, and what writing them will cost in US dollars. */
type WritingEstimate = { wordCount: number; estimateUsd: number };

/** What writing a post will take once its outline is approved; nothing when it is nobody's. */
export async function estimateWriting(user: UserId, postId: string): Promise<WritingEstimate> {
  const [post] = await asUser(user, (tx) =>
    tx.select({ request: posts.request }).from(posts).where(livePost(postId)),
  );
  if (!post) return { wordCount: 0, estimateUsd: 0 };
  const { wordCount, model } = generateBody.parse(post.request);
  return { wordCount, estimateUsd: wordCount * priceWord(model) };
}
