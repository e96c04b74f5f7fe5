import "server-only";
import { AppError } from "../../../errors";
import { LIMITS } from "../../../limits/registry";
import { type DoStep, followPipeline } from "../../pipeline";
import { noteDelivery, stopVouching, vouchFor } from "../living/living-steps";
import type { StepId, StepResult, Stretch, Ticket, Waits } from "../step-results";
import { knowRun } from "../steps/know-run";
import { runStep } from "../steps/run-step";
import { findTicket } from "./find-ticket";
import { passTurn } from "./pass-turn";

const LATER: StepResult = { ended: false, sectionIds: [], waitSeconds: 0 };
const ENDED: Stretch = { ended: true };

/**
 * Goes on with a run for as many steps as one delivery has time for: its end, a step that has to wait, or
 * the end of the time. A delivery costs the engine more than the row of a step costs us.
 *
 * @param waits how often each step has had to wait in earlier deliveries.
 * @param clock in milliseconds.
 * @throws AppError `vault_unavailable` when the database is away or the server ends: the engine delivers it again.
 */
export async function runStretch(
  postId: string,
  waits: Waits,
  clock = () => performance.now(),
): Promise<Stretch> {
  noteDelivery(postId);
  const ticket = await findTicket(postId);
  const stretch = ticket ? await goOn(ticket, waits, clock).catch(endIfErased) : ENDED;
  if (!stretch.ended) vouchFor(postId, stretch.waitSeconds);
  else {
    stopVouching(postId);
    if (ticket) await passTurn(ticket.user).catch(endIfErased);
  }
  return stretch;
}

/** The account was deleted meanwhile: nothing of the run is left to be ended. */
function endIfErased(error: unknown): Stretch {
  if (error instanceof AppError && error.code === "unauthenticated") return ENDED;
  throw error;
}

async function goOn(ticket: Ticket, before: Waits, clock: () => number): Promise<Stretch> {
  const waits = { ...before };
  const due = new Map<StepId, number>();
  const known = knowRun(ticket);
  const begun = clock();
  const doStep: DoStep = async (step) => {
    const spentMs = clock() - begun;
    if (spentMs > LIMITS.stretchSeconds * 1_000) return LATER;
    const result = await runStep(ticket, step, { waits: waits[step] ?? 0, spentMs, known });
    if (result.waitSeconds === undefined) due.delete(step);
    else {
      waits[step] = (waits[step] ?? 0) + 1;
      due.set(step, clock() + result.waitSeconds * 1_000);
    }
    return result;
  };
  const { ended } = await followPipeline(doStep);
  if (ended) return ENDED;
  const next = Math.min(...due.values()) - clock();
  const waitSeconds = due.size > 0 ? Math.max(0, Math.ceil(next / 1_000)) : 0;
  return { ended, waitSeconds, waits };
}
