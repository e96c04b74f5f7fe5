import fc from "fast-check";
import { expect, test } from "vitest";
import { shareKeywords } from "./share-keywords";

const OUTLINE = [
  { id: "sec-1", heading: "What a heat pump costs" },
  { id: "sec-2", heading: "How it works in the cold" },
  { id: "sec-3", heading: "Who installs it" },
];
const share = (...keywords: string[]) => Object.fromEntries(shareKeywords(OUTLINE, keywords));

test("a keyword goes to the section whose heading says most of its words", () => {
  expect(share("cold climate", "Heat pump", "running costs")).toEqual({
    "sec-1": ["Heat pump", "running costs"],
    "sec-2": ["cold climate"],
    "sec-3": [],
  });
});

test("keywords that no heading says are spread evenly", () => {
  expect(share("tax", "noise", "grants", "garden")).toEqual({
    "sec-1": ["tax", "garden"],
    "sec-2": ["noise"],
    "sec-3": ["grants"],
  });
});

test("keywords of a script without blanks find their heading", () => {
  const outline = [
    { id: "a", heading: "設置の費用" },
    { id: "b", heading: "寒冷地での動作" },
  ];
  expect(shareKeywords(outline, ["寒冷地"]).get("b")).toEqual(["寒冷地"]);
});

test("whatever is shared, each keyword is in one section", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.array(fc.string(), { minLength: 1 }), (words, heads) => {
      const outline = heads.map((heading, index) => ({ id: String(index), heading }));
      const shared = [...shareKeywords(outline, words).values()].flat();
      expect(shared.toSorted()).toEqual(words.toSorted());
    }),
  );
});
