import { clash, doubt, type Finding } from "../finding";
import { kindOf } from "../kind-of";
import type { QuantityFact } from "../quantity-fact";
import type { Evidence, Mention } from "../read-evidence";
import type { Stated } from "./find-rival";
import { listBetween, mayBeCurrency, shares, sharesWord } from "./same-value";

/** How far a bound may lie from what it bounds: "over 1,000" rests on 1,043, not on 9,000. */
const NEAR = 1.5;
/** A conversion of units, rounded. */
const CONVERTED = 0.025;
/** Kinds that are counted off, not measured. */
const EXACT = new Set([
  "year",
  "ordinal",
  "clock",
  "decade",
  "quarter",
  "weekday",
  "before Christ",
]);

/** A number of the passages that a bound or rounding makes this one, or that its bound excludes. */
export function findNearby(stated: Stated, evidence: readonly Evidence[]): Finding | undefined {
  const { fact } = stated;
  const [value = 0] = fact.values;
  if (EXACT.has(kindOf(fact)) || value === 0) return undefined;
  const ends = [value / NEAR, value * NEAR].sort((one, other) => one - other);
  const near = listBetween(fact, [ends[0] ?? 0, ends[1] ?? 0], evidence).filter((one) =>
    mayBeCurrency(fact, one.fact),
  );
  return findBounded(stated, near) ?? findRounded(stated, near);
}

function findBounded({ fact, around }: Stated, near: readonly Mention[]): Finding | undefined {
  const { bound, beside } = around;
  if (bound !== "over" && bound !== "under") return undefined;
  const [value = 0] = fact.values;
  const shared = near.filter((mention) => sharesWord(beside, mention));
  const fits = ({ fact: { values } }: Mention) =>
    values.some((other) => (bound === "over" ? other > value : other < value));
  const [first] = shared;
  if (!first) return undefined;
  return shared.some(fits) ? doubt("bounded") : clash("bound", first.fact.raw.trim());
}

function findRounded({ fact, around }: Stated, near: readonly Mention[]): Finding | undefined {
  const shared = near.filter((mention) => sharesWord(around.beside, mention));
  const loose = around.bound !== undefined || (fact.plain[0] ?? 0) >= 1_000;
  return shared.some((mention) => roundsTo(mention.fact, fact, loose))
    ? doubt("rounded")
    : undefined;
}

/** True when the other number is this one, rounded as far as this one is written, or as its zeros allow. */
function roundsTo(other: QuantityFact, fact: QuantityFact, loose: boolean): boolean {
  const [value = 0] = fact.values;
  const factor = fact.unit?.factor ?? 1;
  const converted = fact.unit && other.unit && factor !== other.unit.factor;
  const decimals = /[.](\d+)$/.exec(fact.digits)?.[1]?.length ?? 0;
  const step = converted ? 2 * CONVERTED * Math.abs(value) : factor * 10 ** -decimals;
  return other.values.some(
    (exact) =>
      Math.abs(exact - value) <= step / 2 || (loose && shares([round(exact, fact)], [value])),
  );
}

/** As many digits as the number has before its last zeros. */
function round(exact: number, { plain: [plain = 0], unit }: QuantityFact): number {
  const digits =
    String(plain)
      .replace(/[.-]/g, "")
      .replace(/^0+|0+$/g, "").length || 1;
  const factor = unit?.factor ?? 1;
  return Number((exact / factor).toPrecision(Math.min(digits, 15))) * factor;
}
