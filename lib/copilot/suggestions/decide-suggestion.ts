import "server-only";
import { and, eq } from "drizzle-orm";
import { assistantSuggestions } from "@/drizzle/schema/assistant";
import type { UserId } from "../../auth/user-id";
import { saveEdit } from "../../blog/edit/save-edit";
import { saveEditBody } from "../../blog/edit/schema";
import { restoreVersion } from "../../blog/versions/restore-version";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import { parseFields } from "../../http/read-body";
import { keepDraft } from "../../onboarding/keep-draft";
import { readStepData } from "../../onboarding/read-step-data";
import type { SuggestionDecision } from "../schema";
import { draftChange } from "./new-suggestion";

type Row = typeof assistantSuggestions.$inferSelect;
const STATUS = { accept: "accepted", refuse: "refused", undo: "undone" } as const;

/**
 * Accepts or refuses a suggestion, or takes an accepted one back. Accepting makes a version of the
 * post, or fills in the form; undoing restores the version before it.
 *
 * @throws AppError `not_found` when it is not the user's; `already_decided`; `edit_conflict` when the
 *   post has moved on, and nothing is changed then.
 */
export async function decideSuggestion(
  user: UserId,
  id: string,
  decision: SuggestionDecision,
): Promise<{ status: string }> {
  const row = await requireSuggestion(user, id);
  const before = decision === "undo" ? "accepted" : "waiting";
  if (row.status !== before) throw new AppError("already_decided");
  if (decision === "accept") await apply(user, row);
  if (decision === "undo") await takeBack(user, row);
  const status = STATUS[decision];
  const kept = await asUser(user, (tx) =>
    tx
      .update(assistantSuggestions)
      .set({ status, decidedAt: new Date() })
      .where(and(eq(assistantSuggestions.id, id), eq(assistantSuggestions.status, before)))
      .returning({ id: assistantSuggestions.id }),
  );
  if (kept.length === 0) throw new AppError("already_decided");
  return { status };
}

async function requireSuggestion(user: UserId, id: string): Promise<Row> {
  const [row] = await asUser(user, (tx) =>
    tx.select().from(assistantSuggestions).where(eq(assistantSuggestions.id, id)),
  );
  if (!row) throw new AppError("not_found");
  return row;
}

async function apply(user: UserId, { kind, postId, basedOn, change }: Row): Promise<void> {
  if (kind === "draft") return fillForm(user, change);
  if (!postId || basedOn === null || typeof change !== "object") throw new AppError("not_found");
  const edit = parseFields(saveEditBody, { ...change, version: basedOn, reason: "tool" });
  await saveEdit(user, postId, edit);
}

/** What is filled in already stays, where the suggestion says nothing of it. */
async function fillForm(user: UserId, change: unknown): Promise<void> {
  const { step, values } = parseFields(draftChange, change);
  const { draft, data } = await readStepData(user, step);
  const before = typeof draft === "object" && draft ? draft : (data ?? {});
  await keepDraft(user, step, { values: { ...before, ...values }, openedOn: undefined });
}

/** An edit of version n has made version n + 1: only that one is taken back. */
async function takeBack(user: UserId, { postId, basedOn }: Row): Promise<void> {
  if (!postId || basedOn === null) throw new AppError("already_decided");
  const earlier = Math.max(basedOn, 1);
  await restoreVersion(user, postId, { earlier, version: earlier + 1 });
}
