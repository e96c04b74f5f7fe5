/**
 * THE dated file: what is known of models and prices, and since when. Nothing here is ever complete:
 * which models there are comes from the user's key, and one that is not here has no known price.
 *
 * Sources: ai.google.dev/gemini-api/docs/{models,pricing,deprecations} and exa.ai/pricing, read on `PRICES_READ_ON`.
 */

/** The day on which the sources were read last: a start warns when that is long ago. */
export const PRICES_READ_ON = "2026-11-26";

/** US dollars per million tokens; `output` includes thoughts. */
export type Rates = { input: number; cached: number; output: number };

/** A price from a day on (`validFrom`, ISO 8601 in UTC), and another above so many prompt tokens. */
export type PriceRow = Rates & {
  model: string;
  validFrom: string;
  above?: Rates & { promptTokens: number };
};

const GOOGLE = "2026-03-01";
const HALF_PRICE_ENDS = "2027-01-01";
const ARGON_DOUBLES = "2026-12-01";
const LAUNCH = { input: 0.75, cached: 0.075, output: 3.75, validFrom: GOOGLE };
const AFTERWARDS = { input: 1.5, cached: 0.15, output: 7.5, validFrom: HALF_PRICE_ENDS };

/** A price that changes on a day has two rows. */
export const PRICE_ROWS: readonly PriceRow[] = [
  { model: "gemini-3.5-flash-lite", input: 0.3, cached: 0.03, output: 2.5, validFrom: GOOGLE },
  { model: "gemini-3.8-flash", ...LAUNCH },
  { model: "gemini-3.8-flash", ...AFTERWARDS },
  { model: "gemini-3.7-flash", ...LAUNCH },
  { model: "gemini-3.7-flash", ...AFTERWARDS },
  { model: "gemini-3.6-flash", ...LAUNCH },
  { model: "gemini-3.6-flash", ...AFTERWARDS },
  { model: "gemini-3.5-flash", input: 1.5, cached: 0.15, output: 9, validFrom: GOOGLE },
  {
    model: "gemini-3.1-pro-preview",
    ...{ input: 2, cached: 0.2, output: 12, validFrom: GOOGLE },
    above: { promptTokens: 200_000, input: 4, cached: 0.4, output: 18 },
  },
  { model: "gemini-4-argon", input: 2, cached: 0.1, output: 10, validFrom: GOOGLE },
  { model: "gemini-4-argon", input: 4, cached: 0.2, output: 20, validFrom: ARGON_DOUBLES },
  { model: "gemini-2.5-flash", input: 0.3, cached: 0.03, output: 2.5, validFrom: GOOGLE },
  { model: "gemini-2.5-flash-lite", input: 0.1, cached: 0.01, output: 0.4, validFrom: GOOGLE },
  { model: "gemini-2.5-pro", input: 1.25, cached: 0.125, output: 10, validFrom: GOOGLE },
];

/**
 * In this order a model is proposed where nobody has chosen one: cheap and quick first. The 2.5 line is
 * closed to new keys and retires on 2026-12-01; `latest` are aliases that stay.
 */
export const PREFERRED_MODELS: readonly string[] = [
  "gemini-3.5-flash-lite",
  "gemini-3.8-flash",
  "gemini-3.7-flash",
  "gemini-3.6-flash",
  "gemini-3.5-flash",
  "gemini-flash-lite-latest",
  "gemini-flash-latest",
  "gemini-2.5-flash",
  "gemini-2.5-flash-lite",
  "gemini-3.1-pro-preview",
  "gemini-4-argon",
  "gemini-2.5-pro",
];

/** What a model is good for, in a few words. */
export const FITS: Readonly<Record<string, string>> = {
  "gemini-3.5-flash-lite": "quick, and a fair price for most posts",
  "gemini-3.8-flash": "the newest of the quick ones",
  "gemini-3.5-flash": "thinks longer",
  "gemini-3.1-pro-preview": "for polished text",
  "gemini-4-argon": "the dearest, for the most demanding text",
  "gemini-2.5-flash": "closed to new keys, ends on December 1",
  "gemini-2.5-flash-lite": "closed to new keys, ends on December 1",
  "gemini-2.5-pro": "closed to new keys, ends on December 1",
};

/** Exa's prices in US dollars. Up to `included` results with their text are in a search. */
export const EXA_PRICES = {
  search: { auto: 0.007, lite: 0.004, deep: 0.012 },
  included: 10,
  furtherResult: 0.001,
  page: 0.001,
} as const;
