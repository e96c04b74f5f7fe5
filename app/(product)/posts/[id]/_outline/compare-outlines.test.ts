import { expect, test } from "vitest";
import type { ImprovedSection } from "@/lib/blog/outline/schema";
import { compareOutlines, toSections } from "./compare-outlines";

const sent = ["a", "b", "c", "d"].map((key) => ({
  key,
  id: `sec-${key}`,
  heading: `Heading ${key}`,
  sourceIds: ["S1"],
}));
const stay = (from: number, part: Partial<ImprovedSection> = {}): ImprovedSection => {
  const { id = "", heading = "" } = sent[from] ?? {};
  return { from, id, heading, sourceIds: ["S1"], ...part };
};
const fresh: ImprovedSection = { from: null, heading: "Fresh", sourceIds: ["S2"] };

test("what stays, is renamed, moves, comes and goes is told apart, with its sources", () => {
  const proposed = [
    stay(0),
    stay(3, { sourceIds: ["S2"] }),
    stay(1, { heading: "Better", words: 400 }),
    fresh,
  ];
  const { sections, removed, same } = compareOutlines(sent, proposed);
  expect(same).toBe(false);
  expect(removed.map(({ key }) => key)).toEqual(["c"]);
  expect(sections.map(({ kind, moved, before }) => [kind, moved, before])).toEqual([
    ["kept", false, null],
    ["kept", false, null],
    ["renamed", true, "Heading b"],
    ["new", false, null],
  ]);
  expect(sections[1]).toMatchObject({ addedSources: ["S2"], removedSources: ["S1"] });
  expect(sections[2]).toMatchObject({ words: 400, wordsChanged: true });
});

test("one section that goes to the end is the one that moved", () => {
  const { sections } = compareOutlines(sent, [stay(1), stay(2), stay(3), stay(0)]);
  expect(sections.map(({ moved }) => moved)).toEqual([false, false, false, true]);
});

test("the same outline is no change", () => {
  expect(
    compareOutlines(
      sent,
      [0, 1, 2, 3].map((from) => stay(from)),
    ).same,
  ).toBe(true);
});

test("an accepted proposal keeps the keys and ids of what stays, and new ones get a key alone", () => {
  expect(toSections(sent, [stay(1, { words: 90 }), fresh], () => "k")).toEqual([
    { key: "b", id: "sec-b", heading: "Heading b", sourceIds: ["S1"], words: 90 },
    { key: "k", heading: "Fresh", sourceIds: ["S2"] },
  ]);
});
