import "server-only";
import { posts } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { chooseModel } from "../../models/choose-model";
import { estimateWord } from "../../models/estimate-word";
import { findPrice } from "../../models/find-price";
import { generateBody } from "../schema";
import { livePost } from "./live-post";
import { FINISH_FACTORS, type Finish } from "./schema";

/** How many words a post was asked for with, and what writing them will cost in US dollars; null without a price. */
type WritingEstimate = { wordCount: number; estimateUsd: number | null; finish: Finish };

/** What writing a post will take once its outline is approved; nothing when it is nobody's. */
export async function estimateWriting(user: UserId, postId: string): Promise<WritingEstimate> {
  const [post] = await asUser(user, (tx) =>
    tx.select({ request: posts.request }).from(posts).where(livePost(postId)),
  );
  if (!post) return { wordCount: 0, estimateUsd: 0, finish: "draft" };
  const { wordCount, model, finish = "draft" } = generateBody.parse(post.request);
  const price = await findPrice(user, model ?? (await chooseModel(user)).model);
  return {
    wordCount,
    finish,
    estimateUsd: price ? wordCount * estimateWord(price) * FINISH_FACTORS[finish] : null,
  };
}
