import type { Chain } from "../scenario/parse-scenario";
import type { GeminiScenario } from "../scenario/registry";
import { type GeminiError, invalidArgument } from "./error-table";
import type { GenerateBody } from "./schema";

const LEVELS = new Set(["minimal", "low", "medium", "high"]);

/**
 * What Gemini says against how a model is told to think: generation 3 on takes a level, not a budget,
 * and never both; its large models think at least a little. Null where nothing is wrong.
 */
export function checkThinking(
  { generationConfig }: GenerateBody,
  chain: Chain<GeminiScenario>,
  model: string,
): GeminiError | null {
  const told = generationConfig?.thinkingConfig;
  if (!told) return null;
  const { thinkingLevel: level, thinkingBudget: budget } = told;
  if (chain.has("no-thinking")) return invalidArgument("Thinking is not enabled for this model.");
  if (level !== undefined && budget !== undefined)
    return invalidArgument("You can only set only one of thinking budget and thinking level.");
  if (budget !== undefined)
    return invalidArgument("Thinking budget is not supported for this model.");
  if (level !== undefined && !LEVELS.has(level.toLowerCase()))
    return invalidArgument(`Invalid value at 'generation_config.thinking_config.thinking_level'`);
  return level === "minimal" && /\bpro\b/.test(model)
    ? invalidArgument("Thinking level MINIMAL is not supported for this model.")
    : null;
}
