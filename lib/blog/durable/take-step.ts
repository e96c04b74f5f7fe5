import { performStep } from "./perform-step";
import type { StepId, StepResult, Ticket } from "./steps";

/** One step of the workflow: what the engine delivers, at least once. */
export async function takeStep(ticket: Ticket, step: StepId): Promise<StepResult> {
  "use step";
  return performStep(ticket, step);
}
