import { expect, test } from "vitest";
import { emptyDocument } from "@/lib/blog/apply-event";
import {
  changeDraft,
  findDraftProblem,
  type OutlineChange,
  startDraft,
  sumWords,
  toOutlineBody,
} from "./outline-draft";

const section = (id: string, ...sourceIds: string[]) => ({
  id,
  heading: `Heading ${id}`,
  sourceIds,
  markdown: "",
});
const proposal = startDraft({
  ...emptyDocument("Caching"),
  sections: [section("a", "S1", "S2"), section("b", "S2", "S3"), section("c")],
});
const after = (...changes: OutlineChange[]) => changes.reduce(changeDraft, proposal);
const ids = (...changes: OutlineChange[]) => after(...changes).sections.map(({ id }) => id);

test("a proposal that nobody changed is approved as it is", () => {
  expect(toOutlineBody(proposal)).toEqual({
    title: "Caching",
    sections: [
      { id: "a", heading: "Heading a", sourceIds: ["S1", "S2"] },
      { id: "b", heading: "Heading b", sourceIds: ["S2", "S3"] },
      { id: "c", heading: "Heading c" },
    ],
  });
});

test("headings keep their ids when they are moved, renamed and removed; new ones have none", () => {
  expect(ids({ type: "move", key: "a", by: 1 })).toEqual(["b", "a", "c"]);
  expect(ids({ type: "move", key: "a", by: -1 })).toEqual(["a", "b", "c"]);
  expect(ids({ type: "move", key: "c", by: 1 })).toEqual(["a", "b", "c"]);
  expect(ids({ type: "remove", key: "b" })).toEqual(["a", "c"]);
  expect(ids({ type: "remove", key: "nobody" })).toEqual(["a", "b", "c"]);
  const changed = after(
    { type: "rename", key: "b", heading: " Fresh words " },
    { type: "add", key: "new" },
    { type: "rename", key: "new", heading: "Last words" },
    { type: "sources", key: "new", sourceIds: ["S3"] },
  );
  expect(toOutlineBody(changed).sections.slice(1)).toEqual([
    { id: "b", heading: "Fresh words", sourceIds: ["S2", "S3"] },
    { id: "c", heading: "Heading c" },
    { heading: "Last words", sourceIds: ["S3"] },
  ]);
});

test("two headings merge into the first, with the sources of both once", () => {
  expect(after({ type: "merge", key: "a" }).sections).toEqual([
    { key: "a", id: "a", heading: "Heading a and Heading b", sourceIds: ["S1", "S2", "S3"] },
    expect.objectContaining({ id: "c" }),
  ]);
  expect(ids({ type: "merge", key: "c" })).toEqual(["a", "b", "c"]);
});

test("an outline without a title, without headings or with a nameless one says what is missing", () => {
  expect(findDraftProblem(proposal)).toBeNull();
  expect(findDraftProblem(after({ type: "retitle", title: "  " }))).toContain("title");
  expect(findDraftProblem(after({ type: "add", key: "new" }))).toContain("heading 4");
  const none = ["a", "b", "c"].map((key) => ({ type: "remove", key }) as const);
  expect(findDraftProblem(after(...none))).toContain("at least one");
  const many = Array.from({ length: 10 }, (_, index) => `k${index}`).flatMap((key) => [
    { type: "add" as const, key },
    { type: "rename" as const, key, heading: key },
  ]);
  expect(findDraftProblem(after(...many))).toContain("at most 12");
});

test("a length is asked for, taken back, merged and shared evenly; the rest shares what is left", () => {
  const asked = after({ type: "words", key: "a", words: 600 });
  expect(sumWords(asked, 1_200)).toEqual({ shares: [600, 300, 300], total: 1_200, farOff: false });
  expect(toOutlineBody(asked).sections.map(({ words }) => words)).toEqual([
    600,
    undefined,
    undefined,
  ]);
  expect(changeDraft(asked, { type: "share" })).toEqual(proposal);
  expect(changeDraft(asked, { type: "words", key: "a", words: undefined })).toEqual(proposal);
  const both = changeDraft(asked, { type: "words", key: "b", words: 500 });
  expect(changeDraft(both, { type: "merge", key: "a" }).sections[0]?.words).toBe(1_100);
  expect(changeDraft(asked, { type: "merge", key: "a" }).sections[0]?.words).toBeUndefined();
  expect(sumWords(after({ type: "words", key: "a", words: 3_000 }), 1_200).farOff).toBe(true);
});

test("a length that no section can have is named", () => {
  const problem = (words: number) => findDraftProblem(after({ type: "words", key: "b", words }));
  expect([problem(50), problem(3_000)]).toEqual([null, null]);
  for (const words of [49, 3_001, 99.5]) expect(problem(words)).toContain("section 2");
});

test("a proposal takes the place of all headings and keeps the title", () => {
  const sections = [{ key: "b", id: "b", heading: "Heading b", sourceIds: [] }];
  expect(after({ type: "replace", sections })).toEqual({ title: "Caching", sections });
});
