import "server-only";
import { postEvents } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import type { UserTransaction } from "../../db/as-user";
import type { PostEvent } from "../schema";
import type { NewEvent } from "./append-events";

/** A post whose row the transaction has locked, and the id of its last event so far. */
export type LockedPost = { user: UserId; postId: string; lastSeq: number };

/** Inserts events behind the last one, inside a transaction that also counts them in `last_seq`. */
export async function insertEvents(
  tx: UserTransaction,
  { user, postId, lastSeq }: LockedPost,
  events: NewEvent[],
): Promise<PostEvent[]> {
  const stored = events.map((event, index) => ({ id: lastSeq + 1 + index, ...event }));
  if (stored.length === 0) return [];
  await tx
    .insert(postEvents)
    .values(stored.map(({ id, type, data }) => ({ postId, seq: id, userId: user, type, data })));
  return stored;
}
