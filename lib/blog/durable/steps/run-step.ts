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
import { type Claim, claimStep } from "./claim-step";
import { dispatchStage } from "./dispatch-stage";
import { finishStep, releaseStep } from "./finish-step";
import { leaveStep } from "./leave-step";
import { type LoadedStep, loadStep } from "./load-step";
import { readCheckpoints } from "./read-checkpoints";

const ENDED: StepResult = { ended: true, sectionIds: [] };

/** How often a step had to wait before, and how much of its delivery's time has gone by, in milliseconds. */
export type Delivery = { waits: number; spentMs?: number };

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
  delivery: Delivery,
): Promise<StepResult> {
  if (isStopping()) throw new AppError("vault_unavailable", { detail: "This server ends." });
  if (hasShare(ticket.user)) return { ...comeBack(delivery), isCrowded: true };
  const taken = await claimStep(ticket, step);
  if (taken.state === "ended") return ENDED;
  if (taken.state === "busy") return comeBack(delivery);
  if (taken.state === "finished")
    return describeResult(ticket, step).catch((error: unknown) => endUnreadable(ticket, error));
  const controller = new AbortController();
  const living = { ...ticket, claim: taken.claim, controller };
  const limit = limitStep(controller, delivery.spentMs);
  livingSteps.add(living);
  keepStepsAlive();
  try {
    return await work(ticket, { living, parts: taken.parts, delivery });
  } finally {
    clearTimeout(limit);
    livingSteps.delete(living);
  }
}

/** Soon at first, then less and less often. */
function comeBack({ waits }: Delivery): StepResult {
  const waitSeconds = Math.min(LIMITS.turnSeconds, 2 ** waits);
  return { ended: false, sectionIds: [], waitSeconds };
}

type Delivered = { living: LivingStep; parts: Parts; delivery: Delivery };

async function work(ticket: Ticket, { living, parts, delivery }: Delivered): Promise<StepResult> {
  const { claim, controller } = living;
  let open: LoadedStep | undefined;
  try {
    open = await loadStep(ticket, { claim, parts }, controller);
    const data = await dispatchStage(open, claim.step);
    await open.flush();
    await finishStep(ticket, claim, data);
    return await describeResult(ticket, claim.step);
  } catch (error) {
    const wait = readWait(error, controller.signal);
    if (!open || !wait) return giveUp(ticket, { living, open }, error);
    if (delivery.waits >= wait.most) return giveUp(ticket, { living, open }, wait.problem);
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
async function describeResult(ticket: Ticket, step: Claim["step"]): Promise<StepResult> {
  if (step !== "outline") return { ended: step === "finish", sectionIds: [] };
  const { outline } = await readCheckpoints(ticket);
  if (!Array.isArray(outline?.sections))
    throw new AppError("internal", { detail: "The outline of the run cannot be read." });
  if (!outline.approved) await parkForOutline(ticket);
  return { ended: !outline.approved, sectionIds: outline.sections.map(({ id }) => id) };
}
