import "server-only";
import { assistantMessages } from "@/drizzle/schema/assistant";
import type { UserId } from "../../auth/user-id";
import { asUser, type UserTransaction } from "../../db/as-user";
import type { Message } from "./message";
import { takeSeq } from "./open-thread";

/** What a new message must say; everything else is empty. */
export type NewMessage = Pick<Message, "id" | "role"> & Partial<Message>;
export type ThreadOfUser = { user: UserId; threadId: string };

/** Adds messages to a thread in order. Its row may be held by the same transaction. */
export async function insertMessages(
  tx: UserTransaction,
  { user, threadId }: ThreadOfUser,
  messages: readonly NewMessage[],
): Promise<void> {
  for (const message of messages) {
    const seq = await takeSeq(tx, user, threadId);
    await tx.insert(assistantMessages).values({ ...message, userId: user, threadId, seq });
  }
}

/** The same in a transaction of its own. */
export function addMessages(thread: ThreadOfUser, messages: readonly NewMessage[]): Promise<void> {
  return asUser(thread.user, (tx) => insertMessages(tx, thread, messages));
}
