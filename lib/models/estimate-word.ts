import { type ModelPrice, priceTokens } from "./price-tokens";

/** Tokens for each finished word: passages and headings in, thinking and writing out. */
const INPUT_TOKENS_PER_WORD = 20;
const OUTPUT_TOKENS_PER_WORD = 7.5;

/** What one finished word costs about, in US dollars, to estimate a post before anything is asked. */
export function estimateWord(price: ModelPrice): number {
  return priceTokens(price, {
    inputTokens: INPUT_TOKENS_PER_WORD,
    outputTokens: OUTPUT_TOKENS_PER_WORD,
  });
}
