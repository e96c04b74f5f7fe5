import "server-only";
import { and, desc, eq, gt, lte, ne, not, sql } from "drizzle-orm";
import { postVersions } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import type { UserTransaction } from "../../db/as-user";
import { PACES } from "../../limits/paces";
import { LIMITS } from "../../limits/registry";
import type { Post, PostDocument } from "../schema";
import { isPublished, packVersion } from "./pack-version";
import type { Json } from "./write-delta";

type NewVersion = { before: Post; document: PostDocument; reason: string };

/**
 * Stores a document as the next version of a post. What the run has left is kept as the first one;
 * typing replaces the version of the typing just before it. The one before is packed, the oldest leave.
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
  const typed = reason === "typing" ? await dropTyping(tx, before.id, base) : undefined;
  const [stored] = await tx
    .insert(postVersions)
    .values({
      ...first,
      version,
      reason,
      document,
      ...(typed ? { createdAt: typed.createdAt } : {}),
    })
    .returning({ document: postVersions.document });
  const next = { version, document: stored?.document as Json, replaced: typed?.document as Json };
  await packVersion(tx, before.id, next);
  await dropOldest(tx, before.id);
  return version;
}

/** Takes the newest version away if it is fresh typing. @returns it, and when that typing began. */
async function dropTyping(tx: UserTransaction, postId: string, version: number) {
  const [dropped] = await tx
    .delete(postVersions)
    .where(
      and(
        eq(postVersions.postId, postId),
        eq(postVersions.version, version),
        eq(postVersions.reason, "typing"),
        gt(postVersions.createdAt, sql`now() - make_interval(secs => ${PACES.typingSeconds})`),
      ),
    )
    .returning({ createdAt: postVersions.createdAt, document: postVersions.document });
  return dropped;
}

/** Only so many are kept, and those that stay whole. */
async function dropOldest(tx: UserTransaction, postId: string): Promise<void> {
  const ofPost = eq(postVersions.postId, postId);
  const kept = tx
    .select({ version: postVersions.version })
    .from(postVersions)
    .where(ofPost)
    .orderBy(desc(postVersions.version))
    .offset(LIMITS.keptVersions)
    .limit(1);
  await tx
    .delete(postVersions)
    .where(
      and(
        ofPost,
        lte(postVersions.version, sql`(${kept})`),
        ne(postVersions.reason, "run"),
        not(isPublished(tx)),
      ),
    );
}
