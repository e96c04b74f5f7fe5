import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { assistantSuggestions } from "@/drizzle/schema/assistant";
import type { UserTransaction } from "../../db/as-user";
import { AppError } from "../../errors";

export type SuggestionRow = typeof assistantSuggestions.$inferSelect;
type Decided = "accepted" | "refused" | "undone";

/**
 * Marks a suggestion as decided, in the transaction of what the decision does.
 *
 * @param undo what taking it back will need.
 * @throws AppError `already_decided` when another click was faster: nothing of the transaction stays.
 */
export async function markSuggestion(
  tx: UserTransaction,
  id: string,
  status: Decided,
  undo: Record<string, unknown> | null = null,
): Promise<void> {
  const before = status === "undone" ? "accepted" : "waiting";
  const own = and(eq(assistantSuggestions.id, id), eq(assistantSuggestions.status, before));
  const marked = await tx
    .update(assistantSuggestions)
    .set({ status, undo, decidedAt: sql`now()` })
    .where(own)
    .returning({ id: assistantSuggestions.id });
  if (marked.length === 0) throw new AppError("already_decided");
}
