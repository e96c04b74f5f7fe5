import { AppError } from "../errors";
import { STEPS, type StepId } from "./schema";

/** The step that a path names. @throws AppError `not_found` when there is none. */
export function requireStep(id: string | undefined): StepId {
  const step = STEPS.find((known) => known.id === id);
  if (!step) throw new AppError("not_found");
  return step.id;
}
