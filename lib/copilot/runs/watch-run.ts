import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { assistantRuns } from "@/drizzle/schema/assistant";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { PACES } from "../../limits/paces";
import { log } from "../../logs/log";
import { abortRun, livingRuns } from "./living-runs";

/** An answer that is watched: `signal` is aborted by Stop, on whichever server it was pressed. */
export type WatchedRun = { signal: AbortSignal; end: () => Promise<void> };

/** Watches over an answer until `end`, which must be called however it ends. */
export function watchRun(user: UserId, runId: string, gone: AbortSignal): WatchedRun {
  const controller = new AbortController();
  livingRuns.set(runId, controller);
  const timer = setInterval(() => {
    beat(user, runId).catch((err) => log.error({ err }, "An answer could not be watched"));
  }, PACES.answerLookMs);
  return {
    signal: AbortSignal.any([controller.signal, gone]),
    end: async () => {
      clearInterval(timer);
      livingRuns.delete(runId);
      await endRun(user, runId);
    },
  };
}

async function beat(user: UserId, runId: string): Promise<void> {
  const [run] = await asUser(user, (tx) =>
    tx
      .update(assistantRuns)
      .set({ heartbeatAt: sql`now()` })
      .where(and(eq(assistantRuns.id, runId), isNull(assistantRuns.endedAt)))
      .returning({ stopAt: assistantRuns.stopAt }),
  );
  if (!run || run.stopAt) abortRun(runId);
}

async function endRun(user: UserId, runId: string): Promise<void> {
  await asUser(user, (tx) =>
    tx.update(assistantRuns).set({ endedAt: sql`now()` }).where(eq(assistantRuns.id, runId)),
  );
}
