import fc from "fast-check";

/** Stands for a number that JSON can write and no count can hold. */
const ENDLESS = 1e300;
const WRONG = fc.oneof(
  fc.constantFrom(null, -1, 0.5, ENDLESS, "", "17", "\0", "\ud800", true, [], {}),
  fc.jsonValue({ maxDepth: 1 }),
);

/** A value as a provider may send it: any part of it absent, null, of another type, or beside what nobody knows. */
export function anySpoiled(value: unknown): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 14, arbitrary: spoilWithin(value) }, { weight: 1, arbitrary: WRONG });
}

function spoilWithin(value: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(value)) return fc.tuple(...value.map(anySpoiled));
  if (typeof value !== "object" || value === null) return fc.constant(value);
  const fields = Object.entries(value).map(([name, part]) => [name, anySpoiled(part)]);
  const known = fc.record(Object.fromEntries(fields), { requiredKeys: [] });
  const unknown = fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 0 }), {
    maxKeys: 1,
  });
  return fc.tuple(known, unknown).map(([one, other]) => ({ ...other, ...one }));
}

/** The value as text; what stood for an endless number is one that `JSON.parse` reads as Infinity. */
export function toJson(value: unknown): string {
  return (JSON.stringify(value) ?? "null").replaceAll("1e+300", "1e999");
}
