import type { z } from "zod";
import { researchData } from "./research/schema";
import type { StepId } from "./schema";
import { websiteData } from "./website/schema";

/** What `PUT /api/onboarding/steps/{id}` must hold, for each step that stores anything. */
export const STEP_DATA: Partial<Record<StepId, z.ZodType>> = {
  website: websiteData,
  research: researchData,
};
