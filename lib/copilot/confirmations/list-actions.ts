import "server-only";
import { asc, eq } from "drizzle-orm";
import { assistantActions } from "@/drizzle/schema/assistant";
import { asUser } from "../../db/as-user";
import { type PendingAction, pendingAction } from "../schema";
import type { ThreadOfUser } from "../threads/add-message";

export type ActionRow = typeof assistantActions.$inferSelect;
const { status: statuses, link, costUsd } = pendingAction.shape;
/** No action takes longer: one that was begun earlier has lost its server, in milliseconds. */
const LONGEST_MS = 300_000;

/** What was asked for in a thread that only a click may do, decided or not. */
export async function listActions({ user, threadId }: ThreadOfUser): Promise<PendingAction[]> {
  const rows = await asUser(user, (tx) =>
    tx
      .select()
      .from(assistantActions)
      .where(eq(assistantActions.threadId, threadId))
      .orderBy(asc(assistantActions.createdAt)),
  );
  return rows.map(toPendingAction);
}

/** A row as its owner's browser sees it. */
export function toPendingAction(row: ActionRow): PendingAction {
  const { id, threadId, toolCallId, name, title, priceUsd } = row;
  const lost =
    row.status === "running" && Date.now() - (row.decidedAt?.getTime() ?? 0) > LONGEST_MS;
  return {
    ...{ id, threadId, toolCallId, name, title, priceUsd },
    status: lost ? "failed" : statuses.parse(row.status),
    link: link.catch(null).parse(readResult(row.result, "link")),
    costUsd: costUsd.catch(0).parse(readResult(row.result, "costUsd")),
    problem: lost ? "interrupted" : row.problem,
    createdAt: row.createdAt.toISOString(),
  };
}

function readResult(result: unknown, name: "link" | "costUsd"): unknown {
  const known: Record<string, unknown> = typeof result === "object" && result ? { ...result } : {};
  return known[name] ?? null;
}
