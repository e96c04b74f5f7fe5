import { z } from "zod";
import { modelId } from "../../models/schema";

/** Body of `POST /api/blog/posts/{id}/resume`, which may be empty: the model that goes on. */
export const resumeBody = z.strictObject({ model: modelId.optional() });
export type ResumeBody = z.infer<typeof resumeBody>;

/** How long stages of a run take, in seconds, by their names. */
export type StageTimes = Readonly<Partial<Record<string, number>>>;
/**
 * How long the user's latest posts of about a length took from the click to the last word, in seconds,
 * and each of their stages in the middle.
 */
export type EarlierRuns = {
  count: number;
  shortest: number;
  longest: number;
  stages: StageTimes;
};

/** How a text is finished: as it was written, or each section gone over once more before it is checked. */
export const FINISHES = ["draft", "polished"] as const;
export type Finish = (typeof FINISHES)[number];
/** What a word costs beside that of a draft: polishing reads and writes each section again. */
export const FINISH_FACTORS = {
  draft: 1,
  polished: 1.5,
} as const satisfies Record<Finish, number>;
