/** What a number counts, as far as code compares it. */
export type UnitKind =
  | "percent"
  | "points"
  | "money"
  | "time"
  | "span"
  | "bytes"
  | "times"
  | "ordinal"
  | "length"
  | "area"
  | "mass"
  | "heat"
  | "clock"
  | "decade"
  | "quarter"
  | "weekday"
  | "before Christ";
/**
 * A unit behind or before a number: a value times `factor`, plus `offset`, is in the measure that its
 * kind is compared in. `also` is what an ambiguous word may mean: pounds.
 */
export type Unit = {
  kind: UnitKind;
  factor: number;
  offset?: number;
  currency?: string;
  also?: Unit;
};
type UnitRow = { pattern: RegExp; unit: Unit };

const row = (pattern: string, unit: Unit): UnitRow => ({
  pattern: new RegExp(`^(?:${pattern})(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}])`, "iu"),
  unit,
});
const rows = (kind: UnitKind, list: readonly (readonly [string, number])[]) =>
  list.map(([pattern, factor]) => row(pattern, { kind, factor }));
const currencies = (list: readonly (readonly [string, string])[]) =>
  list.map(([pattern, currency]) => row(pattern, { kind: "money", factor: 1, currency }));

/** Percent, seconds, months, bytes, metres, square metres, kilograms and degrees Celsius. The first row that fits counts. */
export const UNITS: UnitRow[] = [
  ...rows("points", [
    ["percentage points?|percent points?|pp|ppts?|prozentpunkte?", 1],
    ["basis points?|bps", 0.01],
  ]),
  { pattern: /^%/, unit: { kind: "percent", factor: 1 } },
  ...rows("percent", [
    ["percent|per ?cent|pct|prozent|pour ?cent|por ciento|per cento|процент\\p{L}*", 1],
  ]),
  ...currencies([
    ["us dollars?|dollars?|usd|bucks?", "usd"],
    ["euros?|eur", "eur"],
    ["pounds? sterling|gbp|quid", "gbp"],
    ["yen|jpy", "jpy"],
    ["rupees?|inr", "inr"],
    ["chf|francs?", "chf"],
  ]),
  row("pounds?", {
    kind: "money",
    factor: 1,
    currency: "gbp",
    also: { kind: "mass", factor: 0.453592 },
  }),
  row("(?:us )?cents?", { kind: "money", factor: 0.01, currency: "usd" }),
  row("cad|aud|sek|nok|dkk|cny|krw", { kind: "money", factor: 1 }),
  { pattern: /^(?:€|£|¥|₹)/u, unit: { kind: "money", factor: 1 } },
  ...rows("time", [
    ["nanoseconds?|ns", 1e-9],
    ["microseconds?|µs|μs", 1e-6],
    ["milliseconds?|millis|msecs?|ms", 1e-3],
    ["seconds?|secs?|s|sekunden?", 1],
    ["minutes?|mins?|minuten?", 60],
    ["hours?|hrs?|h|stunden?|heures?", 3_600],
    ["days?|tage?n?|jours?", 86_400],
    ["weeks?|wochen?", 604_800],
  ]),
  ...rows("span", [
    ["months?|monate?n?|mois", 1],
    ["years?|yrs?|jahre?n?|ans", 12],
    ["decades?", 120],
    ["centur(?:y|ies)", 1_200],
  ]),
  ...rows("bytes", [
    ["bytes?", 1],
    ["k(?:i)?b|kilobytes?|kibibytes?", 1e3],
    ["m(?:i)?b|megabytes?|mebibytes?", 1e6],
    ["g(?:i)?b|gigabytes?|gibibytes?", 1e9],
    ["t(?:i)?b|terabytes?|tebibytes?", 1e12],
  ]),
  ...rows("times", [["x|×|times|fold|mal|fois", 1]]),
  ...rows("area", [
    ["(?:square|sq\\.?) (?:feet|foot|ft)", 0.092903],
    ["(?:square|sq\\.?) (?:met(?:er|re)s?|m)|m²|m2|sqm", 1],
    ["(?:square|sq\\.?) (?:kilomet(?:er|re)s?|km)|km²|km2", 1e6],
    ["(?:square|sq\\.?) miles?", 2_589_988],
    ["acres?", 4_046.86],
    ["hectares?", 10_000],
  ]),
  ...rows("length", [
    ["millimet(?:er|re)s?|mm", 0.001],
    ["centimet(?:er|re)s?|cm", 0.01],
    ["kilomet(?:er|re)s?|kms?", 1_000],
    ["met(?:er|re)s?", 1],
    ["inch(?:es)?", 0.0254],
    ["feet|foot|ft", 0.3048],
    ["yards?|yds?", 0.9144],
    ["miles?", 1_609.344],
  ]),
  ...rows("mass", [
    ["milligrams?|mg", 1e-6],
    ["kilograms?|kilos?|kg", 1],
    ["grams?", 0.001],
    ["lbs?", 0.453592],
    ["ounces?|oz", 0.0283495],
    ["tonn?es?|tons?", 1_000],
  ]),
  row("° ?c|(?:degrees? )?(?:celsius|centigrade)", { kind: "heat", factor: 1 }),
  row("° ?f|(?:degrees? )?fahrenheit", { kind: "heat", factor: 5 / 9, offset: -160 / 9 }),
  ...rows("ordinal", [["st|nd|rd|th", 1]]),
];
