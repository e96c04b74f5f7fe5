import "server-only";
import { eq } from "drizzle-orm";
import { postAnalyses, posts } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import { livePost } from "../posts/live-post";
import { type Analyses, analysis } from "./schema";

const stored = analysis.omit({ createdAt: true });

/** What a model last said of a post, of each kind. @throws AppError `not_found` when it is not the user's. */
export async function listAnalyses(user: UserId, postId: string): Promise<Analyses> {
  const [post, rows] = await asUser(user, async (tx) => {
    const [found] = await tx.select({ version: posts.version }).from(posts).where(livePost(postId));
    const ofPost = eq(postAnalyses.postId, postId);
    return [found, await tx.select().from(postAnalyses).where(ofPost)] as const;
  });
  if (!post) throw new AppError("not_found");
  const analyses = rows.map(({ kind, version, data, createdAt }) => ({
    ...stored.parse({ kind, version, ...Object(data) }),
    createdAt: createdAt.toISOString(),
  }));
  return { ...post, analyses };
}
