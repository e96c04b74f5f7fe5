import "server-only";
import { eq } from "drizzle-orm";
import { assistantSuggestions } from "@/drizzle/schema/assistant";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import type { SuggestionDecision } from "../schema";
import { decideDraft } from "./decide-draft";
import { decideEdit } from "./decide-edit";
import { markSuggestion, type SuggestionRow } from "./mark-suggestion";

/**
 * Accepts or refuses a suggestion, or takes an accepted one back: the change and the decision are one
 * transaction. Accepting makes a version of the post, or fills in the form; undoing brings back what
 * was there before.
 *
 * @throws AppError `not_found` when it is not the user's; `already_decided`; `edit_conflict` when the
 *   post has moved on, `conflict` when the form has; nothing is changed then.
 */
export async function decideSuggestion(
  user: UserId,
  id: string,
  decision: SuggestionDecision,
): Promise<{ status: string }> {
  const row = await requireSuggestion(user, id);
  if (row.status !== (decision === "undo" ? "accepted" : "waiting"))
    throw new AppError("already_decided");
  if (decision === "refuse") await asUser(user, (tx) => markSuggestion(tx, id, "refused"));
  else if (row.kind === "draft") await decideDraft(user, row, decision);
  else await decideEdit(user, row, decision);
  return { status: { accept: "accepted", refuse: "refused", undo: "undone" }[decision] };
}

async function requireSuggestion(user: UserId, id: string): Promise<SuggestionRow> {
  const [row] = await asUser(user, (tx) =>
    tx.select().from(assistantSuggestions).where(eq(assistantSuggestions.id, id)),
  );
  if (!row) throw new AppError("not_found");
  return row;
}
