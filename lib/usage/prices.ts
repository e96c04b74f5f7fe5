/**
 * US dollars per million tokens, by model. Source: ai.google.dev/gemini-api/docs/pricing, as of 2026-03.
 * A model that is not listed is refused: its cost could not be kept under a cap.
 */
const GEMINI_PER_MILLION: Record<string, { input: number; output: number }> = {
  "gemini-2.5-flash": { input: 0.3, output: 2.5 },
  "gemini-2.5-flash-lite": { input: 0.1, output: 0.4 },
  "gemini-2.5-pro": { input: 1.25, output: 10 },
};

/** Every model that has a price. */
export const PRICED_MODELS = Object.keys(GEMINI_PER_MILLION);

/** What people call a model, and what it is good for; its id where nothing is known of it. */
export const MODEL_NAMES: Record<string, { name: string; fits: string }> = {
  "gemini-2.5-flash": { name: "Gemini 2.5 Flash", fits: "a fair price for most posts" },
  "gemini-2.5-flash-lite": { name: "Gemini 2.5 Flash-Lite", fits: "the cheapest, for drafts" },
  "gemini-2.5-pro": { name: "Gemini 2.5 Pro", fits: "the dearest, for polished text" },
};

/** One Exa search with text and highlights of up to ten results, in US dollars, as of 2026-03. */
export const EXA_SEARCH_USD = 0.007;

/** One page read by its address with `/contents`, in US dollars, as of 2026-03. */
export const EXA_PAGE_USD = 0.001;

/** True when calls of this model can be priced. */
export function hasPrice(model: string): boolean {
  return Object.hasOwn(GEMINI_PER_MILLION, model);
}

/**
 * What tokens cost with a model, in US dollars.
 *
 * @throws Error for a model without a price.
 */
export function priceTokens(model: string, inputTokens: number, outputTokens: number): number {
  const price = GEMINI_PER_MILLION[model];
  if (!price) throw new Error(`There is no price for the model ${model}.`);
  return (inputTokens * price.input + outputTokens * price.output) / 1_000_000;
}
