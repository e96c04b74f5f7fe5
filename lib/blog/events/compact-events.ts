import "server-only";
import { and, eq, lte, sql } from "drizzle-orm";
import { postEvents } from "@/drizzle/schema/posts";
import type { UserTransaction } from "../../db/as-user";
import { LIMITS } from "../../limits/registry";
import type { PostDocument, PostEvent, PostStatus } from "../schema";
import { insertEvents, type LockedPost } from "./insert-events";
import { restateDocument } from "./restate-document";

/** What a post at rest holds, which its events fold to. */
export type Resting = { document: PostDocument; status: PostStatus };

/** Bytes of a row beside what it says. */
const ROW_BYTES = 100;

/** True where the events of a post take more room than a reader's coming back is worth. */
export async function areWordy(tx: UserTransaction, postId: string): Promise<boolean> {
  const bytes = sql<number>`sum(pg_column_size(${postEvents.data}) + ${ROW_BYTES})`.mapWith(Number);
  const [row] = await tx.select({ bytes }).from(postEvents).where(eq(postEvents.postId, postId));
  return (row?.bytes ?? 0) > LIMITS.eventKilobytes * 1024;
}

/**
 * Puts new events behind those of a post at rest that say the same in short, and deletes the others.
 * Their ids go on: whoever knows some of the old ones reads all of the new, and holds the document.
 *
 * @param post whose row the transaction has locked.
 * @returns the new events, for its followers.
 */
export async function compactEvents(
  tx: UserTransaction,
  post: LockedPost,
  { document, status }: Resting,
): Promise<PostEvent[]> {
  const brief = restateDocument(document, status);
  const old = and(eq(postEvents.postId, post.postId), lte(postEvents.seq, post.lastSeq));
  await tx.delete(postEvents).where(old);
  return insertEvents(tx, post, brief);
}
