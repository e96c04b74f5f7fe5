import { expect, test } from "vitest";
import { nameSources } from "../sections/change-sections";
import { type Draft, isSameDraft, mergeSaved, weightier } from "./draft";

const plain = { id: "a", heading: "A", markdown: "Text" };
const draft = (sourceIds?: string[]): Draft => {
  return { title: "T", sections: [sourceIds ? { ...plain, sourceIds } : plain] };
};

test("a choice of sources is a change to be saved, and none any more once it is", () => {
  const sent = draft(["S1"]);
  expect(isSameDraft(sent, draft())).toBe(false);
  const { draft: merged, replaced } = mergeSaved(sent, sent, draft());
  expect([merged, replaced]).toEqual([draft(), []]);
});

test("a choice that was made while another was being saved stays to be saved", () => {
  const newer = draft(["S2"]);
  expect(mergeSaved(newer, draft(["S1"]), draft()).draft).toBe(newer);
});

test("a draft without a choice stays the same object, so that nothing is saved again", () => {
  const now = draft();
  expect(mergeSaved(now, draft(), draft()).draft).toBe(now);
});

test("what is gone back to names the sources of every stored section", () => {
  const sections = [
    { ...plain, sourceIds: ["S9"] },
    { ...plain, id: "b" },
    { ...plain, id: "new" },
  ];
  const stored = ["a", "b"].map((id) => ({ id, sourceIds: ["S1"] }));
  expect(nameSources(sections, stored).map(({ sourceIds }) => sourceIds)).toEqual([
    ["S9"],
    ["S1"],
    undefined,
  ]);
  expect(weightier("typing", "sources")).toBe("sources");
});
