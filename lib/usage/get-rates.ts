import "server-only";
import { requireConfig } from "../config";
import { EXA_SEARCH_USD, PRICED_MODELS, priceTokens } from "./prices";

/** A model that may write, and what a finished word of its costs in US dollars. */
export type ModelRate = { id: string; perWordUsd: number };
/** What a post is made of, in US dollars: one search, and words by model, the default one first. */
export type Rates = { perSearchUsd: number; models: ModelRate[] };

/** Tokens for each finished word: passages and headings in, thinking and writing out. */
const INPUT_TOKENS_PER_WORD = 20;
const OUTPUT_TOKENS_PER_WORD = 7.5;

/** What posts are estimated with before anything is asked. */
export function getRates(): Rates {
  const { geminiModel } = requireConfig();
  const ids = new Set([geminiModel, ...PRICED_MODELS]);
  const models = [...ids].map((id) => ({ id, perWordUsd: priceWord(id) }));
  return { perSearchUsd: EXA_SEARCH_USD, models };
}

/** What a finished word costs with a model, the default one unless told, in US dollars. */
export function priceWord(model = requireConfig().geminiModel): number {
  return priceTokens(model, INPUT_TOKENS_PER_WORD, OUTPUT_TOKENS_PER_WORD);
}
