import "server-only";
import { asc, eq, getTableColumns, sql } from "drizzle-orm";
import { assistantActions } from "@/drizzle/schema/assistant";
import { asUser } from "../../db/as-user";
import { LIMITS } from "../../limits/registry";
import { type PendingAction, pendingAction } from "../schema";
import type { ThreadOfUser } from "../threads/add-message";

export type ActionRow = typeof assistantActions.$inferSelect;
const { status: statuses, link, costUsd, told } = pendingAction.shape;

/** What was asked for in a thread that only a click may do, decided or not. */
export async function listActions({ user, threadId }: ThreadOfUser): Promise<PendingAction[]> {
  const { status, decidedAt } = assistantActions;
  const lost = sql<boolean>`${status} = 'running' AND ${decidedAt} < now() - make_interval(secs => ${LIMITS.assistantActionSeconds})`;
  const rows = await asUser(user, (tx) =>
    tx
      .select({ row: getTableColumns(assistantActions), lost })
      .from(assistantActions)
      .where(eq(assistantActions.threadId, threadId))
      .orderBy(asc(assistantActions.createdAt)),
  );
  return rows.map((one) => toPendingAction(one.row, one.lost === true));
}

/** A row as its owner's browser sees it; `lost` says that the server which did it is gone. */
export function toPendingAction(row: ActionRow, lost = false): PendingAction {
  const { id, threadId, toolCallId, name, title, priceUsd } = row;
  return {
    ...{ id, threadId, toolCallId, name, title, priceUsd },
    status: lost ? "failed" : statuses.parse(row.status),
    ...readResult(row.result),
    problem: lost ? "interrupted" : row.problem,
    createdAt: row.createdAt.toISOString(),
  };
}

function readResult(result: unknown): Pick<PendingAction, "link" | "costUsd" | "told"> {
  const { link: leads = null, costUsd: usd = 0, ...rest } = told.catch({}).parse(result);
  return { link: link.catch(null).parse(leads), costUsd: costUsd.catch(0).parse(usd), told: rest };
}
