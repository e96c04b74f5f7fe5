import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import { setupRuns } from "@/drizzle/schema/setup";
import { isStopped, limitStep, readWait } from "../../calls/limit-step";
import { type KeptParts, openParts } from "../../calls/open-parts";
import type { WaitError } from "../../calls/wait-error";
import { asUser, type UserTransaction } from "../../db/as-user";
import { AppError } from "../../errors";
import { PACES } from "../../limits/paces";
import { log } from "../../logs/log";
import { isStopping } from "../../process/stopping";
import { completeStep } from "../complete-step";
import { claimStage, type StageClaim } from "./claim-stage";
import { STAGE_WORK } from "./do-stage";
import { keepAbortable } from "./living-stages";
import { changeOwn, openReport, type StageReport } from "./report-stage";
import type { SetupStage, StageEnd } from "./schema";
import { SETUP_STAGES } from "./setup-stages";

const serverEnds = () => new AppError("vault_unavailable", { detail: "This server ends." });

/**
 * Does one stage of a setup, however often it is delivered: claimed in the setup's row, done once, and
 * completed as the step of the wizard that it is; a persona by itself waits in its row to be taken.
 * Whatever goes wrong becomes the setup's problem. One that has to wait for a quota holds nothing:
 * `waitSeconds` says when to come back.
 *
 * @throws AppError `vault_unavailable` when the database is away or the server ends: the engine delivers it again.
 */
export async function runStage(id: string, stage: SetupStage, delivery = 0): Promise<StageEnd> {
  if (isStopping()) throw serverEnds();
  const claim = await claimStage(id, stage);
  if (claim === "finished") return { ended: false };
  if (claim === "ended") return { ended: true };
  const controller = new AbortController();
  const limit = limitStep(controller);
  const parts = openParts(claim.parts);
  const report = openReport(claim);
  const stopBeating = keepBeating(report, controller);
  const forget = keepAbortable(id, controller);
  try {
    const data = await STAGE_WORK[stage](claim, report, {
      signal: controller.signal,
      remember: parts.remember,
    });
    await report.flush();
    if (claim.target === "setup") await completeStep(claim.user, stage, data, passOn(claim));
    else await asUser(claim.user, passOn(claim));
    return { ended: stage === SETUP_STAGES.at(-1) };
  } catch (error) {
    const wait = readWait(error, controller.signal);
    if (wait && delivery < wait.most) return await leave(claim, { report, parts, wait });
    return await giveUp(claim, wait?.problem ?? error, controller.signal);
  } finally {
    clearTimeout(limit);
    stopBeating();
    forget();
  }
}

/** Aborts the stage when it was stopped, or taken over, anywhere, or when this server ends. */
function keepBeating(report: StageReport, controller: AbortController): () => void {
  const timer = setInterval(async () => {
    const isOurs = isStopping() ? false : await report.beat().catch(() => true);
    if (!isOurs) controller.abort();
  }, PACES.setupBeatMs);
  return () => clearInterval(timer);
}

/**
 * The row goes to the next stage, or says that all are done, together with the step that is completed:
 * no kill between the two lets it be paid again. What was stopped in that moment stays stopped behind it.
 *
 * @throws AppError `conflict` where the setup was begun anew, or the stage done by another, meanwhile: nothing is stored.
 */
function passOn({ id, stage }: StageClaim): (tx: UserTransaction) => Promise<void> {
  const next = SETUP_STAGES[SETUP_STAGES.indexOf(stage) + 1];
  const change = next ? { stage: next } : { status: "done" };
  return async (tx) => {
    const rows = await tx
      .update(setupRuns)
      .set({ ...change, owner: null, parts: {}, waitUntil: null, heartbeatAt: sql`now()` })
      .where(and(eq(setupRuns.id, id), eq(setupRuns.stage, stage), ne(setupRuns.status, "done")))
      .returning({ id: setupRuns.id });
    if (rows.length === 0) throw new AppError("conflict", { detail: "The setup has gone on." });
  };
}

type Left = { report: StageReport; parts: KeptParts; wait: WaitError };

/** Lets go of everything: what was paid for is kept, and the setup counts as alive until it is woken. */
async function leave(claim: StageClaim, { report, parts, wait }: Left): Promise<StageEnd> {
  const given = JSON.stringify(await parts.settle());
  await report.flush();
  const until = sql`now() + make_interval(secs => ${wait.seconds})`;
  const isQuota = wait.problem.code === "quota_minute";
  const isOurs = await changeOwn(claim, {
    owner: sql`NULL`,
    parts: sql`${given}::jsonb`,
    heartbeatAt: until,
    ...(isQuota ? { waitUntil: until } : {}),
  });
  return isOurs ? { ended: false, waitSeconds: wait.seconds } : { ended: true };
}

async function giveUp(claim: StageClaim, error: unknown, signal: AbortSignal) {
  const isAway = error instanceof AppError && error.code === "vault_unavailable";
  if (isStopping()) await changeOwn(claim, { owner: sql`NULL` });
  if (isAway || isStopping()) throw isAway ? error : serverEnds();
  if (!isStopped(signal)) await fail(claim, error);
  return { ended: true };
}

async function fail(claim: StageClaim, error: unknown): Promise<void> {
  const known = error instanceof AppError ? error : new AppError("internal");
  if (known.code === "internal") log.error({ err: error, setupId: claim.id }, "A setup failed");
  const { provider, retryAfter } = known.context;
  const problem = {
    code: known.code,
    ...(provider ? { provider } : {}),
    ...(retryAfter ? { retryAfter } : {}),
  };
  await asUser(claim.user, (tx) =>
    tx
      .update(setupRuns)
      .set({ status: "failed", problem, owner: null, waitUntil: null })
      .where(eq(setupRuns.owner, claim.owner)),
  );
}
