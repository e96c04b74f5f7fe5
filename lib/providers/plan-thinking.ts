/** How much a reply is worth thinking about: `least` where speed matters more. */
export type Thinking = "least" | "some";

/** What a model is told of thinking, and the output tokens that are kept for it beside the answer. */
export type ThinkingPlan = {
  thinkingConfig?: { thinkingLevel: string } | { thinkingBudget: number };
  room: number;
};

/** The room where a model thinks as it likes, in tokens. */
const FREE_ROOM = 8_192;
const LEVEL_ROOM = { least: 1_024, some: 4_096 };
const BUDGETS = { least: 0, some: 1_024 };
/** A large model cannot be told not to think. */
const LEAST_OF_PRO = 128;

/**
 * How a model is told to think. Models of generation 3 on take a level, those of 2.5 a budget, older
 * ones and other families nothing; the wrong one is a 400. Thoughts count as output, so that the limit
 * of a reply is its answer's room plus this plan's.
 *
 * Source: ai.google.dev/gemini-api/docs/thinking, as of 2026-11-26.
 */
export function planThinking(model: string, thinking: Thinking): ThinkingPlan {
  const generation = readGeneration(model);
  const isPro = /\bpro\b/.test(model);
  if (generation >= 3) {
    const thinkingLevel = thinking === "least" && !isPro ? "minimal" : "low";
    return { thinkingConfig: { thinkingLevel }, room: LEVEL_ROOM[thinking] };
  }
  if (generation === 0) return FREE;
  if (generation < 2.5) return { room: 0 };
  const thinkingBudget = Math.max(BUDGETS[thinking], isPro ? LEAST_OF_PRO : 0);
  return { thinkingConfig: { thinkingBudget }, room: thinkingBudget };
}

/** Nothing is said of thinking: a model that was told, and refused. */
export const FREE: ThinkingPlan = { room: FREE_ROOM };

/** `gemini-3.5-flash` is of generation 3.5; an alias follows the newest; others have none. */
function readGeneration(model: string): number {
  if (/^gemini-.*latest$/.test(model)) return Number.POSITIVE_INFINITY;
  return Number(/^gemini-(\d+(?:\.\d+)?)\b/.exec(model)?.[1] ?? 0);
}
