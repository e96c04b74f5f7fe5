import { formatUsd, yourKeys } from "@/app/_ui/money";

/** What one suggestion costs about, in US dollars: some 3,000 tokens in and 100 out. */
const SUGGESTION_USD = 0.001;

/** The same in words, with whose money it is; of many, `each` of them. */
export function describeSuggestionCost(each = ""): string {
  return `about ${formatUsd(SUGGESTION_USD).replace(/0+$/, "")}${each} on ${yourKeys(["Gemini"])}`;
}

export const SUGGESTION_COST = describeSuggestionCost();
