import "server-only";
import { AppError } from "../../../errors";
import { isStopping } from "../../../process/stopping";
import { endRun } from "../../end-run";
import { keepStepsAlive } from "../living/keep-steps-alive";
import {
  type LivingStep,
  livingSteps,
  noteDelivery,
  stopVouching,
  vouchFor,
} from "../living/living-steps";
import { RunEndedError } from "../run-ended-error";
import { countFinalCost } from "../runs/count-final-cost";
import { findTicket } from "../runs/find-ticket";
import { parkForOutline } from "../runs/park-for-outline";
import { passTurn } from "../runs/pass-turn";
import type { StepId, StepResult, Ticket } from "../step-results";
import { type Claim, claimStep } from "./claim-step";
import { dispatchStage } from "./dispatch-stage";
import { finishStep, releaseStep } from "./finish-step";
import { type LoadedStep, loadStep } from "./load-step";
import { readCheckpoints } from "./read-checkpoints";

const ENDED: StepResult = { ended: true, sectionIds: [] };

/**
 * Performs one step of a run, however often it is delivered: claimed in its own row, done once, its
 * result kept. Whatever goes wrong becomes the post's status and its last events.
 *
 * @throws AppError `vault_unavailable` when the database is away or the server ends: the engine delivers the step again.
 */
export async function runStep(postId: string, step: StepId): Promise<StepResult> {
  if (isStopping()) throw new AppError("vault_unavailable", { detail: "This server ends." });
  noteDelivery(postId);
  const ticket = await findTicket(postId);
  const result = ticket ? await perform(ticket, step).catch(endIfErased) : ENDED;
  if (!result.ended) vouchFor(postId);
  else {
    stopVouching(postId);
    if (ticket) await passTurn(ticket.user).catch(endIfErased);
  }
  return result;
}

/** The account was deleted meanwhile: nothing of the run is left to be ended. */
function endIfErased(error: unknown): StepResult {
  if (error instanceof AppError && error.code === "unauthenticated") return ENDED;
  throw error;
}

async function perform(ticket: Ticket, step: StepId): Promise<StepResult> {
  const taken = await claimStep(ticket, step);
  if (taken.state === "ended") return ENDED;
  if (taken.state === "finished")
    return describeResult(ticket, step).catch((error: unknown) => endUnreadable(ticket, error));
  const living = { postId: ticket.postId, claim: taken.claim, controller: new AbortController() };
  livingSteps.add(living);
  keepStepsAlive();
  try {
    return await work(ticket, living);
  } finally {
    livingSteps.delete(living);
  }
}

async function work(ticket: Ticket, living: LivingStep): Promise<StepResult> {
  const { claim, controller } = living;
  let open: LoadedStep | undefined;
  try {
    open = await loadStep(ticket, claim, controller);
    const data = await dispatchStage(open, claim.step);
    await open.flush();
    await finishStep(ticket, claim, data);
    return await describeResult(ticket, claim.step);
  } catch (error) {
    await open?.flush().catch(() => undefined);
    return giveUp(ticket, living, error);
  }
}

/** What an earlier step has kept is of no use: the run ends with a problem instead of waiting for ever. */
async function endUnreadable(ticket: Ticket, failure: unknown): Promise<StepResult> {
  if (!(failure instanceof AppError) || failure.code !== "internal") throw failure;
  await endRun({ ...ticket, failure });
  return ENDED;
}

/** A step that was stopped, or taken over, has nothing to say of how the run ends. */
async function giveUp(ticket: Ticket, living: LivingStep, failure: unknown): Promise<StepResult> {
  if (failure instanceof AppError && failure.code === "vault_unavailable") throw failure;
  const { claim, controller } = living;
  await releaseStep(ticket, claim);
  const isOver = failure instanceof RunEndedError || controller.signal.aborted;
  if (!isOver) await endRun({ ...ticket, failure });
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
