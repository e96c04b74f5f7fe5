import { UNITS, type Unit } from "./unit-table";

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
const PERIODS: readonly (readonly [RegExp, string])[] = [
  [/^(?:seconds?|sec|s)\b/i, "second"],
  [/^(?:minutes?|min)\b/i, "minute"],
  [/^(?:hours?|hr|h)\b/i, "hour"],
  [/^(?:days?|daily)\b/i, "day"],
  [/^(?:weeks?|wk|weekly)\b/i, "week"],
  [/^(?:months?|mo|monthly)\b/i, "month"],
  [/^(?:years?|yr|annum|annually|yearly)\b/i, "year"],
];
const PER =
  /^ ?(?:\/|per|an?|each|every) ?(?=\p{L})|^ (?=(?:daily|weekly|monthly|yearly|annually))/iu;
/** Words and letters that multiply; a letter alone does so only where it is clear. */
const SCALES: [RegExp, number][] = [
  [/^ ?(?:thousand|tausend|mille)(?![\p{L}\p{N}])/iu, 1e3],
  [/^ ?(?:lakhs?)(?![\p{L}\p{N}])/iu, 1e5],
  [/^ ?(?:crores?)(?![\p{L}\p{N}])/iu, 1e7],
  [/^[ -]?(?:millions?|millionen|mio\.?|mn|mln|mil\.)(?![\p{L}\p{N}])/iu, 1e6],
  [/^[ -]?(?:milliarden?|milliards?|mrd\.?|billions?|bn|bln)(?![\p{L}\p{N}])/iu, 1e9],
  [/^[ -]?(?:trillions?|tn)(?![\p{L}\p{N}])/iu, 1e12],
  [/^[kK](?![\p{L}\p{N}])/u, 1e3],
  [/^ ?M(?![\p{L}\p{N}])/u, 1e6],
  [/^ ?B(?![\p{L}\p{N}]|\.? ?C)/u, 1e9],
  [/^ ?[万萬만]/u, 1e4],
  [/^ ?[億亿억]/u, 1e8],
];

/** The unit that begins `after`, and how much of it the unit takes up. */
export function readUnitAfter(after: string): { unit: Unit; length: number } | undefined {
  const gap = GAP.exec(after)?.[0].length ?? 0;
  const rest = after.slice(gap, gap + 24);
  if (!/^[\p{L}%°€£¥₹×]/u.test(rest)) return undefined;
  for (const { pattern, unit: found } of UNITS) {
    const length = pattern.exec(rest)?.[0].length;
    if (length === undefined) continue;
    if (found.kind === "ordinal" && gap > 0) continue;
    return { unit: found, length: gap + length };
  }
  return undefined;
}

/** "at the age of 73": years, though no word behind the number says so. */
export function readAge(before: string): { unit: Unit; length: number } | undefined {
  return /\bage(?:d|s)?(?: of)? $/i.test(before)
    ? { unit: { kind: "span", factor: 12 }, length: 0 }
    : undefined;
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

/** The time that an amount is counted by, where `after` says so: "$5 an hour". */
export function readPeriod(after: string): string | undefined {
  const per = PER.exec(after);
  if (!per) return undefined;
  const rest = after.slice(per[0].length);
  return PERIODS.find(([pattern]) => pattern.test(rest))?.[1];
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
