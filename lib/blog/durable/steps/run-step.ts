import "server-only";
import { isStopped, limitStep, readWait } from "../../../calls/limit-step";
import type { Parts } from "../../../calls/open-parts";
import type { WaitError } from "../../../calls/wait-error";
import { AppError } from "../../../errors";
import { LIMITS } from "../../../limits/registry";
import { isStopping } from "../../../process/stopping";
import { endRun } from "../../end-run";
import { hasShare } from "../living/has-share";
import { keepStepsAlive } from "../living/keep-steps-alive";
import { type LivingStep, livingSteps } from "../living/living-steps";
import { RunEndedError } from "../run-ended-error";
import { countFinalCost } from "../runs/count-final-cost";
import { parkForOutline } from "../runs/park-for-outline";
import type { StepId, StepResult, Ticket } from "../step-results";
import { claimStep } from "./claim-step";
import { dispatchStage } from "./dispatch-stage";
import { finishStep, releaseStep } from "./finish-step";
import { type KnownRun, knowRun } from "./know-run";
import { leaveStep } from "./leave-step";
import { type LoadedStep, loadStep } from "./load-step";

const ENDED: StepResult = { ended: true, sectionIds: [] };

/** How often a step had to wait before, and what it shares with the others of its delivery. */
export type Delivery = {
  waits: number;
  /** Of the delivery's time, in milliseconds. */
  spentMs?: number;
  known?: KnownRun;
};

/**
 * Performs one step of a run, however often it is delivered: claimed in its own row, done once, its
 * result kept. Whatever goes wrong becomes the post's status and its last events. One that has to wait,
 * for a quota, for its turn or for another process, holds nothing: `waitSeconds` says when to come back.
 *
 * @throws AppError `vault_unavailable` when the database is away or the server ends: the engine delivers the run again.
 */
export async function runStep(
  ticket: Ticket,
  step: StepId,
  { waits, spentMs = 0, known = knowRun(ticket) }: Delivery,
): Promise<StepResult> {
  if (isStopping()) throw new AppError("vault_unavailable", { detail: "This server ends." });
  if (hasShare(ticket.user)) return { ...comeBack(waits), isCrowded: true };
  const taken = await claimStep(ticket, step);
  if (taken.state === "ended") return ENDED;
  if (taken.state === "busy") return comeBack(waits);
  if (taken.state === "finished") {
    // Perhaps by somebody else, since the run was read.
    known.forget();
    const unread = (error: unknown) => endUnreadable(ticket, error);
    return describeResult(ticket, step, known).catch(unread);
  }
  const controller = new AbortController();
  const living = { ...ticket, claim: taken.claim, controller };
  const limit = limitStep(controller, spentMs);
  livingSteps.add(living);
  keepStepsAlive();
  try {
    return await work(ticket, { living, parts: taken.parts, waits, known });
  } finally {
    clearTimeout(limit);
    livingSteps.delete(living);
  }
}

/** Soon at first, then less and less often. */
function comeBack(waits: number): StepResult {
  const waitSeconds = Math.min(LIMITS.turnSeconds, 2 ** waits);
  return { ended: false, sectionIds: [], waitSeconds };
}

type Delivered = { living: LivingStep; parts: Parts; waits: number; known: KnownRun };

async function work(
  ticket: Ticket,
  { living, parts, waits, known }: Delivered,
): Promise<StepResult> {
  const { claim, controller } = living;
  let open: LoadedStep | undefined;
  try {
    open = await loadStep(ticket, { claim, parts, known }, controller);
    const data = await dispatchStage(open, claim.step);
    await open.flush();
    await finishStep(ticket, claim, data);
    await known.add(claim.step, data);
    return await describeResult(ticket, claim.step, known);
  } catch (error) {
    const wait = readWait(error, controller.signal);
    if (!open || !wait) return giveUp(ticket, { living, open }, error);
    if (waits >= wait.most) return giveUp(ticket, { living, open }, wait.problem);
    return leave(ticket, { living, open }, wait);
  }
}

/** Somebody may have stopped the run, or taken the step over, before it could be left. */
async function leave(ticket: Ticket, at: Opened & { open: LoadedStep }, wait: WaitError) {
  try {
    await leaveStep({ ticket, claim: at.living.claim, open: at.open, wait });
    return { ended: false, sectionIds: [], waitSeconds: wait.seconds };
  } catch (error) {
    return giveUp(ticket, at, error);
  }
}

/** What an earlier step has kept is of no use: the run ends with a problem instead of waiting for ever. */
async function endUnreadable(ticket: Ticket, failure: unknown): Promise<StepResult> {
  if (!(failure instanceof AppError) || failure.code !== "internal") throw failure;
  await endRun({ ...ticket, failure });
  return ENDED;
}

type Opened = { living: LivingStep; open: LoadedStep | undefined };

/**
 * A step that was stopped, or taken over, has nothing to say of how the run ends. What else it was asking
 * for is hung up, and the cost is final once all of it is booked.
 */
async function giveUp(
  ticket: Ticket,
  { living, open }: Opened,
  failure: unknown,
): Promise<StepResult> {
  await open?.flush().catch(() => undefined);
  if (failure instanceof AppError && failure.code === "vault_unavailable") throw failure;
  const { claim, controller } = living;
  await releaseStep(ticket, claim);
  const isOver = failure instanceof RunEndedError || isStopped(controller.signal);
  if (!isOver) await endRun({ ...ticket, failure });
  controller.abort(failure);
  await open?.parts.settle();
  await countFinalCost(ticket);
  return ENDED;
}

/** After the outline the sections are known, or the run waits until its user has approved it. */
async function describeResult(ticket: Ticket, step: StepId, known: KnownRun): Promise<StepResult> {
  if (step !== "outline") return { ended: step === "finish", sectionIds: [] };
  const { outline } = (await known.read()).made;
  if (!Array.isArray(outline?.sections))
    throw new AppError("internal", { detail: "The outline of the run cannot be read." });
  if (!outline.approved) await parkForOutline(ticket);
  return { ended: !outline.approved, sectionIds: outline.sections.map(({ id }) => id) };
}
