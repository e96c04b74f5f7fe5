import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import { postVersions } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import type { UserTransaction } from "../../db/as-user";
import type { Post, PostDocument } from "../schema";

/** Typing that goes on makes one version in this time, in seconds, so that versions stay useful. */
const TYPING_SECONDS = 300;

type NewVersion = { before: Post; document: PostDocument; reason: string };

/**
 * Stores a document as the next version of a post. What the run has left is kept as the first one;
 * typing replaces the version of the typing just before it.
 *
 * @returns its number.
 */
export async function storeVersion(
  tx: UserTransaction,
  user: UserId,
  { before, document, reason }: NewVersion,
): Promise<number> {
  const base = Math.max(before.version, 1);
  const first = { postId: before.id, version: base, userId: user, reason: "run" };
  await tx
    .insert(postVersions)
    .values({ ...first, document: before.document })
    .onConflictDoNothing();
  const version = base + 1;
  const since = reason === "typing" ? await dropTyping(tx, before.id, base) : undefined;
  await tx.insert(postVersions).values({
    ...first,
    version,
    reason,
    document,
    ...(since ? { createdAt: since } : {}),
  });
  return version;
}

/** Takes the newest version away if it is fresh typing. @returns when that typing began. */
async function dropTyping(
  tx: UserTransaction,
  postId: string,
  version: number,
): Promise<Date | undefined> {
  const dropped = await tx
    .delete(postVersions)
    .where(
      and(
        eq(postVersions.postId, postId),
        eq(postVersions.version, version),
        eq(postVersions.reason, "typing"),
        gt(postVersions.createdAt, sql`now() - make_interval(secs => ${TYPING_SECONDS})`),
      ),
    )
    .returning({ createdAt: postVersions.createdAt });
  return dropped[0]?.createdAt;
}
