import type { StageId } from "../schema";
import { FINISH_FACTORS, type Finish, type StageTimes } from "./schema";

/** A first token after a second and 80 tokens a second, as in docs/proof.md; three sections at a time. */
const STEPS = { preflight: 1, plan: 5, search: 3, outline: 7, seo: 5 } as const;
const WORDS_A_SECOND = 60;
const FIRST_WORDS = 5;

/**
 * How long each stage of a run takes where nothing was measured yet, in seconds. A section is checked as
 * soon as it is written, so the check has no time of its own.
 */
export function usualTimes(wordCount: number, finish: Finish): StageTimes {
  const sections = FIRST_WORDS + (wordCount / WORDS_A_SECOND) * FINISH_FACTORS[finish];
  return { ...STEPS, sections } satisfies Partial<Record<StageId, number>>;
}
