import "server-only";
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { postCheckpoints, posts } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import type { EndedPost } from "../posts/lock-ended";
import type { Library } from "../run";
import type { Source } from "../schema";
import { FOUND, readEvidence } from "./read-evidence";

/**
 * Keeps what a tool has found with a post, so that an edit may cite it. Holds the post's row while it
 * counts, so that two tools at once never share a number.
 *
 * @param number gives the found sources and passages their ids: sources from `S{first}` on; `known`
 *   is all that the post may cite already.
 */
export function keepFound(
  user: UserId,
  { id, document }: EndedPost,
  number: (first: number, known: Library) => Library,
): Promise<Library> {
  return asUser(user, async (tx) => {
    await tx.select({ id: posts.id }).from(posts).where(eq(posts.id, id)).for("update");
    const known = await readEvidence(tx, id);
    const data = number(nextNumber([...document.sources, ...known.sources]), known);
    if (data.passages.length === 0) return data;
    const step = `${FOUND}${randomUUID()}`;
    const finishedAt = new Date();
    await tx.insert(postCheckpoints).values({ postId: id, step, userId: user, data, finishedAt });
    return data;
  });
}

function nextNumber(sources: Source[]): number {
  return 1 + Math.max(0, ...sources.map(({ id }) => Number(id.slice(1)) || 0));
}
