import "server-only";
import { and, eq, isNull, or, sql } from "drizzle-orm";
import { assistantRuns } from "@/drizzle/schema/assistant";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import type { ThreadOfUser } from "../threads/add-message";
import { lockThread } from "../threads/open-thread";
import { abortRun } from "./living-runs";

/**
 * Stops the answer that is given in a thread: a row says so, which the server that gives it sees
 * within half a second. A Stop that is late names an answer that has ended, and never ends the next one.
 *
 * @param clientRunId the answer that is meant, as its client calls it; whichever there is without it.
 * @returns whether there was one.
 * @throws AppError `not_found` when the user has no such thread.
 */
export async function stopRuns(
  { user, threadId }: ThreadOfUser,
  clientRunId?: string,
): Promise<boolean> {
  const stopped = await asUser(user, async (tx) => {
    if (!(await lockThread(tx, user, threadId))) throw new AppError("not_found");
    return tx
      .update(assistantRuns)
      .set({ stopAt: sql`now()` })
      .where(
        and(
          eq(assistantRuns.userId, user),
          eq(assistantRuns.threadId, threadId),
          isNull(assistantRuns.endedAt),
          clientRunId === undefined ? undefined : isNamed(clientRunId),
        ),
      )
      .returning({ id: assistantRuns.id });
  });
  for (const { id } of stopped) abortRun(id);
  return stopped.length > 0;
}

/** An answer that an earlier release has begun has no name. */
function isNamed(clientRunId: string) {
  return or(isNull(assistantRuns.clientRunId), eq(assistantRuns.clientRunId, clientRunId));
}

/** Whether Stop was pressed: asked before each call, so that none is made after it. */
export async function isStopped({ user }: ThreadOfUser, runId: string): Promise<boolean> {
  const [run] = await asUser(user, (tx) =>
    tx
      .select({ stopAt: assistantRuns.stopAt })
      .from(assistantRuns)
      .where(eq(assistantRuns.id, runId)),
  );
  return !run || run.stopAt !== null;
}
