import { expect, test } from "vitest";
import { editOutline } from "./edit-outline";

const PARTS = ["one", "two", "three"].map((heading, index) => {
  return { id: `sec-${index + 1}`, heading, markdown: `${heading} a.\n\n${heading} b.` };
});
const headings = (parts: readonly { heading: string }[]) => parts.map(({ heading }) => heading);

test("an outline is changed in one place, and every text is kept", () => {
  const edit = (wanted: Parameters<typeof editOutline>[1]) => editOutline(PARTS, wanted);
  expect(headings(edit({ change: "add", heading: "four" }))).toEqual([
    "one",
    "two",
    "three",
    "four",
  ]);
  expect(headings(edit({ change: "add", heading: "zero", position: 1 }))[0]).toBe("zero");
  expect(edit({ change: "add", heading: "four" }).at(-1)?.id).toBe("sec-4");
  expect(headings(edit({ change: "remove", sectionId: "sec-2" }))).toEqual(["one", "three"]);
  expect(headings(edit({ change: "move", sectionId: "sec-3", position: 1 }))[0]).toBe("three");
  expect(headings(edit({ change: "rename", sectionId: "sec-1", heading: "uno" }))[0]).toBe("uno");
  const merged = edit({ change: "merge", sectionId: "sec-1" });
  expect(merged[0]?.markdown).toBe("one a.\n\none b.\n\ntwo a.\n\ntwo b.");
  const split = edit({ change: "split", sectionId: "sec-2", heading: "two and a half" });
  expect(split.map(({ markdown }) => markdown).slice(1, 3)).toEqual(["two a.", "two b."]);
});

test("what cannot be done is refused with what is missing", () => {
  const refused = (wanted: Parameters<typeof editOutline>[1], parts = PARTS) =>
    expect(() => editOutline(parts, wanted)).toThrow(/Say|Keep|no section/);
  refused({ change: "add" });
  refused({ change: "rename", sectionId: "sec-1", heading: " " });
  refused({ change: "remove", sectionId: "sec-9" });
  refused({ change: "merge", sectionId: "sec-3" });
  refused({ change: "remove", sectionId: "sec-1" }, PARTS.slice(0, 1));
});
