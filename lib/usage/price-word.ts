import "server-only";
import { requireConfig } from "../config/config";
import { priceTokens } from "./prices";

/** Tokens for each finished word: passages and headings in, thinking and writing out. */
const INPUT_TOKENS_PER_WORD = 20;
const OUTPUT_TOKENS_PER_WORD = 7.5;

/**
 * What one finished word costs about, in US dollars, to estimate a post before anything is asked.
 *
 * @param model one that has a price; the one that writes by default unless given.
 */
export function priceWord(model: string = requireConfig().geminiModel): number {
  return priceTokens(model, INPUT_TOKENS_PER_WORD, OUTPUT_TOKENS_PER_WORD);
}
