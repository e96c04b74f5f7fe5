import "server-only";
import { posts } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import { readEvidence } from "../edit/read-evidence";
import { livePost } from "../posts/live-post";
import type { Source } from "../schema";

/** A source of a post with what was read of it: the passages that a sentence may cite, in their order. */
export type SourceText = { source: Source; passages: { id: string; text: string }[] };

/**
 * What a post has of one of its sources.
 *
 * @throws AppError `not_found` for no post of this user, and where nothing of the source is kept.
 */
export function readSource(user: UserId, postId: string, sourceId = ""): Promise<SourceText> {
  return asUser(user, async (tx) => {
    const [post] = await tx.select({ id: posts.id }).from(posts).where(livePost(postId));
    if (!post) throw new AppError("not_found");
    const { sources, passages } = await readEvidence(tx, postId);
    const source = sources.find(({ id }) => id === sourceId);
    if (!source) throw new AppError("not_found");
    const own = passages.filter((passage) => passage.sourceId === sourceId);
    return { source, passages: own.map(({ id, text }) => ({ id, text })) };
  });
}
