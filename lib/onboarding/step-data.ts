import { z } from "zod";
import { personaData } from "./persona/schema";
import { researchData } from "./research/schema";
import type { StepId } from "./schema";
import { websiteData } from "./website/schema";

const nothing = z.strictObject({});

/** What `PUT /api/onboarding/steps/{id}` must hold, for each step that stores anything. */
const STEP_DATA: Partial<Record<StepId, z.ZodType>> = {
  website: websiteData,
  research: researchData,
  persona: personaData,
};

/** The schema of a step's data; an empty object where a step stores nothing here. */
export function getStepSchema(step: StepId): z.ZodType {
  return STEP_DATA[step] ?? nothing;
}
