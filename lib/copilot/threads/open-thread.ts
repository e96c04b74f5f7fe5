import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { assistantThreads } from "@/drizzle/schema/assistant";
import type { UserId } from "../../auth/user-id";
import type { UserTransaction } from "../../db/as-user";
import { cutText } from "../../text/cut-text";

const LONGEST_TITLE = 80;

/** Makes a thread where there is none, and holds its row until the transaction is over. */
export async function openThread(
  tx: UserTransaction,
  user: UserId,
  { id, title }: { id: string; title: string },
): Promise<void> {
  const row = { userId: user, id, title: cutText(title.replace(/\s+/g, " "), LONGEST_TITLE) };
  await tx.insert(assistantThreads).values(row).onConflictDoNothing();
  await lockThread(tx, user, id);
}

/** Holds a thread's row. @returns whether there is one. */
export async function lockThread(tx: UserTransaction, user: UserId, id: string): Promise<boolean> {
  const rows = await tx
    .select({ id: assistantThreads.id })
    .from(assistantThreads)
    .where(isThread(user, id))
    .for("update");
  return rows.length > 0;
}

/** The number of the next message; the thread is the one that was spoken in last. */
export async function takeSeq(tx: UserTransaction, user: UserId, id: string): Promise<number> {
  const [row] = await tx
    .update(assistantThreads)
    .set({ lastSeq: sql`${assistantThreads.lastSeq} + 1`, updatedAt: sql`now()` })
    .where(isThread(user, id))
    .returning({ seq: assistantThreads.lastSeq });
  if (!row) throw new Error("The thread was opened before.");
  return row.seq;
}

function isThread(user: UserId, id: string) {
  return and(eq(assistantThreads.userId, user), eq(assistantThreads.id, id));
}
