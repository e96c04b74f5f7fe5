import "server-only";
import { and, eq } from "drizzle-orm";
import { posts, postVersions } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser, type UserTransaction } from "../../db/as-user";
import { AppError } from "../../errors";
import { emptyDocument } from "../apply-event";
import { livePost } from "../posts/live-post";
import type { PostDocument } from "../schema";

/** A saved state of a post. @throws AppError `not_found` when the user has none of this number. */
export function getVersion(user: UserId, postId: string, version: number): Promise<PostDocument> {
  return asUser(user, async (tx) => {
    const [post] = await tx.select({ id: posts.id }).from(posts).where(livePost(postId));
    if (!post) throw new AppError("not_found");
    return requireVersionDocument(tx, postId, version);
  });
}

/** The same inside a transaction. */
export async function requireVersionDocument(
  tx: UserTransaction,
  postId: string,
  version: number,
): Promise<PostDocument> {
  const [row] = await tx
    .select({ document: postVersions.document })
    .from(postVersions)
    .where(and(eq(postVersions.postId, postId), eq(postVersions.version, version)));
  if (!row) throw new AppError("not_found");
  return { ...emptyDocument(""), ...(row.document as PostDocument) };
}

/** The number of a version in a path. @throws AppError `not_found`, as for one that does not exist. */
export function requireVersionNumber(text = ""): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new AppError("not_found");
  return Number(text);
}
