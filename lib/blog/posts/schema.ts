import { z } from "zod";
import { modelId } from "../../models/schema";

/** Body of `POST /api/blog/posts/{id}/resume`, which may be empty: the model that goes on. */
export const resumeBody = z.strictObject({ model: modelId.optional() });
export type ResumeBody = z.infer<typeof resumeBody>;

/** How long the user's latest posts of about a length took from the click to the last word, in seconds. */
export type EarlierRuns = { count: number; shortest: number; longest: number };
