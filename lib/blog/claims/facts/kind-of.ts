import type { QuantityFact } from "./quantity-fact";

/** Numbers of one kind may be compared: the kind of the unit, "year", "name", or "count" for the rest. */
export function kindOf(fact: QuantityFact): string {
  if (fact.exact !== undefined) return "name";
  if (fact.unit) return fact.unit.kind;
  const [value = 0] = fact.values;
  const year = /^(?:1\d|20)\d\d$/.test(fact.digits) && !fact.spelled && value < 2_100;
  return year || fact.calendar ? "year" : "count";
}

/** One value in one spelling, whatever was rounded on the way to it. */
export function keyOf(value: number): string {
  return String(Number(value.toPrecision(9)));
}
