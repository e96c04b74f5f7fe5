import fc from "fast-check";
import { expect, test } from "vitest";
import { scaled } from "@/tests/world/scale";
import { readDelta } from "./read-delta";
import { type Json, writeDelta } from "./write-delta";

const text = fc.string({ unit: "grapheme", maxLength: 12 });
const tree = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null)),
    fc.array(tie("value"), { maxLength: 5 }),
    fc.dictionary(fc.constantFrom("a", "b", "c", "is", "text", "__proto__"), tie("value")),
  ),
}));

test("whatever was changed into whatever, the delta makes exactly that, and survives being stored", () => {
  fc.assert(
    fc.property(tree.value, tree.value, (from, to) => {
      const delta = writeDelta(from, to);
      if (delta === null) {
        expect(from).toEqual(to);
        return;
      }
      const stored = JSON.stringify(delta);
      expect(stored).not.toMatch(/\\ud[89a-f]/);
      expect(readDelta(from, JSON.parse(stored))).toEqual(to);
    }),
    { numRuns: scaled(20_000) },
  );
});

test("a character of two halves is never cut into them", () => {
  for (const [from, to] of [
    ["😀", "😁"],
    ["a😀b", "a😁b"],
    ["😀😀", "😀"],
    ["👩‍👩‍👧", "👩‍👩‍👦"],
  ] as const) {
    const stored = JSON.stringify(writeDelta(from, to));
    expect(stored).not.toMatch(/\\ud[89a-f]/);
    expect(readDelta(from, JSON.parse(stored))).toBe(to);
  }
});

test("a word that changes in a long text costs a word", () => {
  const paragraph = "What the cache holds is served without asking again. ".repeat(400);
  const old = {
    sections: [
      { id: "a", markdown: paragraph },
      { id: "b", markdown: paragraph },
    ],
    n: 1,
  };
  const next = structuredClone(old);
  next.sections[1] = { id: "b", markdown: paragraph.replace("asking", "waiting") };
  expect(JSON.stringify(writeDelta(old, next)).length).toBeLessThan(150);
});
