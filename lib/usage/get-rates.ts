import "server-only";
import { requireConfig } from "../config";
import { EXA_SEARCH_USD, priceTokens } from "./prices";

/** What a post is made of, in US dollars: one search, and one finished word. */
export type Rates = { perSearchUsd: number; perWordUsd: number };

/** Tokens for each finished word: passages and headings in, thinking and writing out. */
const INPUT_TOKENS_PER_WORD = 20;
const OUTPUT_TOKENS_PER_WORD = 7.5;

/** The rates of the model that writes by default, to estimate a post before anything is asked. */
export function getRates(): Rates {
  const { geminiModel } = requireConfig();
  const perWordUsd = priceTokens(geminiModel, INPUT_TOKENS_PER_WORD, OUTPUT_TOKENS_PER_WORD);
  return { perSearchUsd: EXA_SEARCH_USD, perWordUsd };
}
