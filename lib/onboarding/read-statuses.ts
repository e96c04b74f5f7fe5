import { z } from "zod";
import type { StepStatuses } from "./count-progress";
import { STEPS } from "./schema";

const status = z.enum(["pending", "in_progress", "completed", "skipped"]);
const statuses = z
  .object(Object.fromEntries(STEPS.map(({ id }) => [id, status.optional()])))
  .catch({});

/** The states in `onboarding_sessions.steps`; what is unknown there counts as pending. */
export function readStatuses(stored: unknown): StepStatuses {
  return statuses.parse(stored ?? {});
}
