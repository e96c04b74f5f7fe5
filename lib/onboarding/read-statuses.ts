import { z } from "zod";
import type { StepStatuses } from "./count-progress";
import { STEPS, stepStatus } from "./schema";

const statuses = z
  .object(Object.fromEntries(STEPS.map(({ id }) => [id, stepStatus.optional()])))
  .catch({});

/** The states in `onboarding_sessions.steps`; what is unknown there counts as pending. */
export function readStatuses(stored: unknown): StepStatuses {
  return statuses.parse(stored ?? {});
}
