import fc from "fast-check";
import { expect, test } from "vitest";
import { scaled } from "@/tests/world/scale";
import { storable } from "./store-safely";

test("no text that passes the door holds a NUL or half a pair, and none that is whole is changed", () => {
  expect(storable("a\0b")).toBe("ab");
  expect(storable("a\ud83d b")).toBe("a\ufffd b");
  expect(storable("😀 naïve \u200d 日本")).toBe("😀 naïve \u200d 日本");
  expect([storable(null), storable(7), storable(undefined)]).toEqual([null, 7, undefined]);
});

test("the same holds within JSON, in values and names, and what is said about such characters stays", () => {
  const value = { "a\0": ["x\0y", "\udc00"], deep: { text: "fine \\u0000" }, n: 1, none: null };
  expect(JSON.parse(String(storable(JSON.stringify(value))))).toEqual({
    a: ["xy", "\ufffd"],
    deep: { text: "fine \\u0000" },
    n: 1,
    none: null,
  });
  expect(storable("Write \\u0000 to escape it")).toBe("Write \\u0000 to escape it");
});

test("whatever JSON is stored, Postgres can read it", () => {
  const anyText = fc.string({ unit: "binary" });
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "binary" }), anyText, (value, text) => {
      const stored = String(storable(JSON.stringify([value, text])));
      expect(stored).not.toMatch(/(?<!\\)(\\\\)*\\u(0000|d[89a-f])/i);
      expect(stored).not.toMatch(/\p{Surrogate}|\0/u);
    }),
    { numRuns: scaled(2_000) },
  );
});
