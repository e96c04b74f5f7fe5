import "server-only";
import { and, desc, eq, gte, lte, sql } from "drizzle-orm";
import { posts, postVersions } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser, type UserTransaction } from "../../db/as-user";
import { AppError } from "../../errors";
import { emptyDocument } from "../apply-event";
import { livePost } from "../posts/live-post";
import type { PostDocument } from "../schema";
import { readDelta } from "./read-delta";
import type { Delta, Json } from "./write-delta";

/** A saved state of a post. @throws AppError `not_found` when the user has none of this number. */
export function getVersion(user: UserId, postId: string, version: number): Promise<PostDocument> {
  return asUser(user, async (tx) => {
    const [post] = await tx.select({ id: posts.id }).from(posts).where(livePost(postId));
    if (!post) throw new AppError("not_found");
    return requireVersionDocument(tx, postId, version);
  });
}

/** The same inside a transaction: what is kept as a delta is made out of the next that is whole. */
export async function requireVersionDocument(
  tx: UserTransaction,
  postId: string,
  wanted: number,
): Promise<PostDocument> {
  const { version, document, delta } = postVersions;
  const wholeAfter = sql`(
    SELECT min(version) FROM ${postVersions}
    WHERE post_id = ${postId} AND version >= ${wanted} AND document IS NOT NULL)`;
  const rows = await tx
    .select({ version, document, delta })
    .from(postVersions)
    .where(and(eq(postVersions.postId, postId), gte(version, wanted), lte(version, wholeAfter)))
    .orderBy(desc(version));
  if (rows.at(-1)?.version !== wanted) throw new AppError("not_found");
  const found = rows.reduce<Json>(
    (next, row) => (row.document ? (row.document as Json) : readDelta(next, row.delta as Delta)),
    null,
  );
  return { ...emptyDocument(""), ...(found as PostDocument) };
}

/** The number of a version in a path. @throws AppError `not_found`, as for one that does not exist. */
export function requireVersionNumber(text = ""): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new AppError("not_found");
  return Number(text);
}
