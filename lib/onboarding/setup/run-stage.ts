import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import { setupRuns } from "@/drizzle/schema/setup";
import { asUser, type UserTransaction } from "../../db/as-user";
import { AppError } from "../../errors";
import { log } from "../../logs/log";
import { isStopping } from "../../process/stopping";
import { completeStep } from "../complete-step";
import { claimStage, type StageClaim } from "./claim-stage";
import { STAGE_WORK } from "./do-stage";
import { keepAbortable } from "./living-stages";
import { changeOwn, openReport, type StageReport } from "./report-stage";
import { SETUP_STAGES, type SetupStage } from "./schema";

/** How often a stage says that it lives, and asks whether it was stopped, in milliseconds. */
const BEAT_MS = 700;
const serverEnds = () => new AppError("vault_unavailable", { detail: "This server ends." });

/**
 * Does one stage of a setup, however often it is delivered: claimed in the setup's row, done once, and
 * completed as the step of the wizard that it is. Whatever goes wrong becomes the setup's problem.
 *
 * @throws AppError `vault_unavailable` when the database is away or the server ends: the engine delivers it again.
 */
export async function runStage(id: string, stage: SetupStage): Promise<{ ended: boolean }> {
  if (isStopping()) throw serverEnds();
  const claim = await claimStage(id, stage);
  if (claim === "finished") return { ended: false };
  if (claim === "ended") return { ended: true };
  const controller = new AbortController();
  const report = openReport(claim);
  const stopBeating = keepBeating(report, controller);
  const forget = keepAbortable(id, controller);
  try {
    const data = await STAGE_WORK[stage](claim, report, controller.signal);
    await report.flush();
    await completeStep(claim.user, stage, data, (tx) => passOn(tx, claim));
    return { ended: stage === SETUP_STAGES.at(-1) };
  } catch (error) {
    return await giveUp(claim, error, controller.signal);
  } finally {
    stopBeating();
    forget();
  }
}

/** Aborts the stage when it was stopped, or taken over, anywhere, or when this server ends. */
function keepBeating(report: StageReport, controller: AbortController): () => void {
  const timer = setInterval(async () => {
    const isOurs = isStopping() ? false : await report.beat().catch(() => true);
    if (!isOurs) controller.abort();
  }, BEAT_MS);
  return () => clearInterval(timer);
}

/**
 * The row goes to the next stage, or says that all are done, together with the step that is completed:
 * no kill between the two lets it be paid again. What was stopped in that moment stays stopped behind it.
 *
 * @throws AppError `conflict` where the setup was begun anew, or the stage done by another, meanwhile: nothing is stored.
 */
async function passOn(tx: UserTransaction, { id, stage }: StageClaim): Promise<void> {
  const next = SETUP_STAGES[SETUP_STAGES.indexOf(stage) + 1];
  const change = next ? { stage: next } : { status: "done" };
  const rows = await tx
    .update(setupRuns)
    .set({ ...change, owner: null, waitUntil: null, heartbeatAt: sql`now()` })
    .where(and(eq(setupRuns.id, id), eq(setupRuns.stage, stage), ne(setupRuns.status, "done")))
    .returning({ id: setupRuns.id });
  if (rows.length === 0) throw new AppError("conflict", { detail: "The setup has gone on." });
}

async function giveUp(claim: StageClaim, error: unknown, signal: AbortSignal) {
  const isAway = error instanceof AppError && error.code === "vault_unavailable";
  if (isStopping()) await changeOwn(claim, { owner: sql`NULL` });
  if (isAway || isStopping()) throw isAway ? error : serverEnds();
  if (!signal.aborted) await fail(claim, error);
  return { ended: true };
}

async function fail(claim: StageClaim, error: unknown): Promise<void> {
  const known = error instanceof AppError ? error : new AppError("internal");
  if (known.code === "internal") log.error({ err: error, setupId: claim.id }, "A setup failed");
  const { provider } = known.context;
  const problem = { code: known.code, ...(provider ? { provider } : {}) };
  await asUser(claim.user, (tx) =>
    tx
      .update(setupRuns)
      .set({ status: "failed", problem, owner: null, waitUntil: null })
      .where(eq(setupRuns.owner, claim.owner)),
  );
}
