/** What a number counts, as far as code compares it. */
export type UnitKind = "percent" | "money" | "time" | "span" | "bytes" | "times" | "ordinal";
/** A unit behind or before a number: `factor` brings values of one kind to the same measure. */
export type Unit = { kind: UnitKind; factor: number; currency?: string };

type UnitRow = { pattern: RegExp; unit: Unit };
const unit = (pattern: string, kind: UnitKind, factor: number, currency?: string): UnitRow => ({
  pattern: new RegExp(`^(?:${pattern})(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}])`, "iu"),
  unit: { kind, factor, ...(currency ? { currency } : {}) },
});

/** Times in seconds, spans in months, sizes in bytes. The first row that fits counts. */
const UNITS: UnitRow[] = [
  { pattern: /^%/, unit: { kind: "percent", factor: 1 } },
  unit(
    "percent|per ?cent|percentage points?|pct|prozent|pour ?cent|por ciento|per cento|процент\\p{L}*",
    "percent",
    1,
  ),
  unit("us dollars?|dollars?|usd", "money", 1, "usd"),
  unit("euros?|eur", "money", 1, "eur"),
  unit("pounds? sterling|pounds?|gbp", "money", 1, "gbp"),
  unit("yen|jpy", "money", 1, "jpy"),
  unit("rupees?|inr", "money", 1, "inr"),
  unit("(?:us )?cents?", "money", 0.01, "usd"),
  unit("chf|cad|aud|sek|nok|dkk|cny|krw", "money", 1),
  { pattern: /^(?:€|£|¥|₹)/u, unit: { kind: "money", factor: 1 } },
  unit("nanoseconds?|ns", "time", 1e-9),
  unit("microseconds?|µs|μs", "time", 1e-6),
  unit("milliseconds?|millis|msecs?|ms", "time", 1e-3),
  unit("seconds?|secs?|s|sekunden?", "time", 1),
  unit("minutes?|mins?|minuten?", "time", 60),
  unit("hours?|hrs?|h|stunden?|heures?", "time", 3_600),
  unit("days?|tage?n?|jours?", "time", 86_400),
  unit("weeks?|wochen?", "time", 604_800),
  unit("months?|monate?n?|mois", "span", 1),
  unit("years?|yrs?|jahre?n?|ans", "span", 12),
  unit("bytes?", "bytes", 1),
  unit("k(?:i)?b|kilobytes?|kibibytes?", "bytes", 1e3),
  unit("m(?:i)?b|megabytes?|mebibytes?", "bytes", 1e6),
  unit("g(?:i)?b|gigabytes?|gibibytes?", "bytes", 1e9),
  unit("t(?:i)?b|terabytes?|tebibytes?", "bytes", 1e12),
  unit("x|×|times|fold|mal|fois", "times", 1),
  unit("st|nd|rd|th", "ordinal", 1),
];

/** Kept apart from the number by nothing, a space or a hyphen. */
const GAP = /^(?: |-)?/;
const CURRENCY_BEFORE =
  /(?:(?<![\p{L}])(us|a|c|hk)?\$|(€)|(£)|(¥)|(₹)|(?<![\p{L}])(usd|eur|gbp|jpy|inr|chf|cad|aud)) ?$/iu;
const CURRENCIES: Readonly<Record<string, string>> = {
  "€": "eur",
  "£": "gbp",
  "¥": "jpy",
  "₹": "inr",
};
/** Words and letters that multiply; a letter alone does so only where it is clear. */
const SCALES: [RegExp, number][] = [
  [/^ ?(?:thousand|tausend|mille)(?![\p{L}\p{N}])/iu, 1e3],
  [/^[ -]?(?:millions?|millionen|mio\.?|mn|mln)(?![\p{L}\p{N}])/iu, 1e6],
  [/^[ -]?(?:milliarden?|milliards?|mrd\.?|billions?|bn)(?![\p{L}\p{N}])/iu, 1e9],
  [/^[ -]?(?:trillions?|tn)(?![\p{L}\p{N}])/iu, 1e12],
  [/^ ?[kK](?![\p{L}\p{N}])/u, 1e3],
  [/^ ?M(?![\p{L}\p{N}])/u, 1e6],
  [/^ ?B(?![\p{L}\p{N}])/u, 1e9],
  [/^ ?[万萬만]/u, 1e4],
  [/^ ?[億亿억]/u, 1e8],
];

/** The unit that begins `after`, and how much of it the unit takes up. */
export function readUnitAfter(after: string): { unit: Unit; length: number } | undefined {
  const gap = GAP.exec(after)?.[0].length ?? 0;
  const rest = after.slice(gap, gap + 24);
  for (const { pattern, unit: found } of UNITS) {
    const length = pattern.exec(rest)?.[0].length;
    if (length === undefined) continue;
    if (found.kind === "ordinal" && gap > 0) continue;
    return { unit: found, length: gap + length };
  }
  return undefined;
}

/** The currency that ends `before`. */
export function readCurrencyBefore(before: string): Unit | undefined {
  const match = CURRENCY_BEFORE.exec(before);
  if (!match) return undefined;
  const [, dollar, euro, pound, yen, rupee, code] = match;
  const sign = CURRENCIES[euro ?? pound ?? yen ?? rupee ?? ""];
  const currency =
    code?.toLowerCase() ?? sign ?? (dollar && dollar.toLowerCase() !== "us" ? `${dollar}$` : "usd");
  return { kind: "money", factor: 1, currency: currency.toLowerCase() };
}

/** What multiplies the number, and how much of `after` says so. */
export function readScale(after: string, money: boolean): { factor: number; length: number } {
  if (money && /^m(?![\p{L}\p{N}])/u.test(after)) return { factor: 1e6, length: 1 };
  if (money && /^b(?![\p{L}\p{N}])/u.test(after)) return { factor: 1e9, length: 1 };
  for (const [pattern, factor] of SCALES) {
    const length = pattern.exec(after)?.[0].length;
    if (length !== undefined) return { factor, length };
  }
  return { factor: 1, length: 0 };
}
