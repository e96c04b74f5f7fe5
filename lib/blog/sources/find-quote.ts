import { openQuotes, readClaimWords } from "./open-quotes";

/** What of a passage one claim most likely rests on: see `openQuotes`, which reads it for many. */
export function findQuote(passage: string, claim: string): string {
  return openQuotes(passage)(readClaimWords(claim)).text;
}
