import { AppError } from "../../../errors";
import type { Made } from "../step-results";

/** What an earlier step has made. Throws when the steps came out of order. */
export function requireMade<Step extends "plan" | "library" | "outline">(
  made: Made,
  step: Step,
): NonNullable<Made[Step]> {
  const found = made[step];
  if (!found) throw new AppError("internal", { detail: `The run has no ${step} yet.` });
  return found;
}
