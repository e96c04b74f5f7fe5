import { expect, test } from "vitest";
import { EMPTY_DRAFT } from "../post-draft";
import { beginStudy, type Found } from "./found";
import { describeChosen, summarizeStudy } from "./summarize-study";

const FOUND: Found = {
  topic: "Heat pumps",
  pages: [{ url: "https://example.org", title: "Pumps", publishedAt: null }],
  covered: ["A pump saves money.", "It is quiet"],
  angles: ["What it costs in an old house", "Noise"],
  keywords: ["heat pump", "old house"],
  questions: ["Is it loud?"],
};

test("a study begins with one or two sentences of what it found", () => {
  expect(summarizeStudy(FOUND, "Heat pumps ")).toBe(
    "1 page is written about it; most say: A pump saves money. To go beyond: 2 angles, 2 keywords, 1 question.",
  );
  expect(summarizeStudy({ ...FOUND, covered: [], angles: [] }, "Stoves")).toBe(
    "1 page is written about “Heat pumps”. To go beyond: 2 keywords, 1 question.",
  );
  expect(summarizeStudy(beginStudy("Heat pumps"), "Heat pumps")).toBe("");
});

test("what is chosen of it is listed, and nothing that its user has typed", () => {
  const draft = {
    ...EMPTY_DRAFT,
    angle: "Noise",
    keywords: "own word, heat pump",
    outline: ["Own heading", "Is it loud?"].map((heading) => ({
      key: heading,
      heading,
      sourceIds: [],
    })),
  };
  expect(describeChosen(FOUND, [], draft)).toEqual([
    "Angle: Noise",
    "Keywords: heat pump",
    "Headings: Is it loud?",
  ]);
  expect(describeChosen(FOUND, [], { ...draft, angle: "Own" })).toHaveLength(2);
  expect(describeChosen(FOUND, ["Own"], { ...draft, angle: "Own" })[0]).toBe("Angle: Own");
  expect(describeChosen(FOUND, [], EMPTY_DRAFT)).toEqual([]);
});
