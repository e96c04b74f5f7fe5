import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { assistantActions } from "@/drizzle/schema/assistant";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { AppError, type ErrorCode } from "../../errors";
import type { EmitWork } from "../../http/schema";
import type { Outcome } from "../actions/action";
import { requireAction } from "../actions/registry";
import type { ActionDecision, PendingAction } from "../schema";
import { addSuggestions } from "../suggestions/add-suggestions";
import { type ActionRow, toPendingAction } from "./list-actions";

/**
 * Does, or refuses, what waits for a click: with the arguments that the row was made with, and once.
 * What fails is kept with its code, and told.
 *
 * @throws AppError `not_found` when the row is not the user's; `already_decided`.
 */
export async function decideAction(
  user: UserId,
  id: string,
  { decision, signal }: { decision: ActionDecision; signal: AbortSignal },
): Promise<PendingAction> {
  const row = await take(user, id, decision === "confirm" ? "running" : "refused");
  if (decision === "refuse") return toPendingAction(row);
  try {
    const outcome = await perform(user, row, signal);
    return await settle(user, id, { status: "done", ...outcome });
  } catch (error) {
    const problem: ErrorCode = error instanceof AppError ? error.code : "internal";
    const failed = await settle(user, id, { status: "failed", problem });
    if (error instanceof AppError) return failed;
    throw error;
  }
}

/** The row is taken by the first click, whatever other clicks there are. */
async function take(user: UserId, id: string, status: string): Promise<ActionRow> {
  const [taken, known] = await asUser(user, async (tx) => {
    const own = eq(assistantActions.id, id);
    const rows = await tx
      .update(assistantActions)
      .set({ status, decidedAt: sql`now()` })
      .where(and(own, eq(assistantActions.status, "waiting")))
      .returning();
    return [rows[0], (await tx.select().from(assistantActions).where(own)).length > 0];
  });
  if (!taken) throw new AppError(known ? "already_decided" : "not_found");
  return taken;
}

async function perform(user: UserId, row: ActionRow, signal: AbortSignal) {
  let costUsd = 0;
  const emit: EmitWork = (type, data) => {
    if (type === "cost" && "usd" in data) costUsd = data.usd;
  };
  const setting = { user, page: { place: "other" as const }, emit, signal };
  const outcome = await requireAction(row.name).run(setting, row.args);
  const { threadId, toolCallId } = row;
  await addSuggestions({ user, threadId, toolCallId }, outcome.suggestions ?? []);
  return { result: { ...keepable(outcome), costUsd } };
}

function keepable({ told, link }: Outcome): Record<string, unknown> {
  return { ...told, ...(link ? { link } : {}) };
}

type End = { status: "done" | "failed"; result?: Record<string, unknown>; problem?: string };

async function settle(user: UserId, id: string, end: End): Promise<PendingAction> {
  const [row] = await asUser(user, (tx) =>
    tx.update(assistantActions).set(end).where(eq(assistantActions.id, id)).returning(),
  );
  if (!row) throw new AppError("not_found");
  return toPendingAction(row);
}
