import { onboardingData } from "@/drizzle/schema/onboarding";
import { publications } from "@/drizzle/schema/publishing";
import { listPosts } from "@/lib/blog/library/list-posts";
import { getPost } from "@/lib/blog/posts/get-post";
import { isLive } from "@/lib/blog/schema";
import { asUser } from "@/lib/db/as-user";
import { readCap } from "@/lib/usage/cap/read-cap";
import type { World } from "./assistant-worlds";

/** All that an action could change of what a user has; `version` is that of the world's post. */
export async function readEffects({ user, postId }: World) {
  const post = await getPost(user, postId);
  const [cap, sent, forms] = await asUser(user, async (tx) => [
    await readCap(tx),
    await tx.select().from(publications),
    await tx.select().from(onboardingData),
  ]);
  return {
    posts: (await listPosts(user)).length,
    deleted: (await listPosts(user, { status: "deleted" })).length,
    version: post?.version ?? 0,
    isWriting: post !== null && post.status !== "waiting" && isLive(post.status),
    publications: sent.length,
    drafts: forms.flatMap(({ step, draft }) => (draft === null ? [] : [step])),
    monthlyUsd: cap.monthlyUsd,
  };
}
export type Effects = Awaited<ReturnType<typeof readEffects>>;
