import { formatUsd, yourKeys } from "@/app/_ui/money";

/** What one suggestion costs about, in US dollars: some 3,000 tokens in and 100 out. */
const SUGGESTION_USD = 0.001;

/** The same in words, without whose money it is. */
export const SUGGESTION_PRICE = `about ${formatUsd(SUGGESTION_USD).replace(/0+$/, "")}`;
/** On whose keys suggestions are made. */
export const SUGGESTION_PAYER = yourKeys(["Gemini"]);
