import { expect, test } from "vitest";
import { withoutLinks } from "../../markdown/without-links";
import { splitSentences } from "../claims/split-sentences";
import { keepLinks } from "./keep-links";
import { listAuthorLinks } from "./list-author-links";

const A = "https://example.org/2024/a_b?c=1!2.3";
const B = "https://example.org/b";
const section = (markdown: string) => ({
  ...{ id: "sec-1", heading: "One", sourceIds: [] },
  markdown,
});

test("a link is its author's if it was not there before the edit", () => {
  const smuggled = { links: [A], sections: [section(`See [b](${B}).`)] };
  const all = `See [b](${B}), [a](${A}) and [c](https://example.org/c). [d](tel:1) [e](../e)`;
  expect(listAuthorLinks(smuggled, [section(all)])).toEqual([A, "https://example.org/c"]);
  expect(listAuthorLinks({ links: [A], sections: [] }, [])).toEqual([A]);
});

test.each([
  [`Use [the **guide**](${A}) and ![x](y.png) it.`, "Use the **guide** and  it."],
  ["- [one](x) [^S1.p1]\n- two", "- one [^S1.p1]\n- two"],
  ["| [a](x) | b |\n| - | - |\n| 1 | 2 |", "| a | b |\n| - | - |\n| 1 | 2 |"],
  ["Nothing *here* [x] (y)", "Nothing *here* [x] (y)"],
])("a model's links are their words: %s", (markdown, plain) => {
  expect(withoutLinks(markdown)).toBe(plain);
});

test("a section that is written anew keeps its author's links where their words are", () => {
  const before = `Read [the guide](${A}) and [the study](${B}).`;
  expect(keepLinks(before, "Do read the guide first.", [A, B])).toBe(
    `Do read [the guide](${A}) first.`,
  );
  expect(keepLinks(before, "Do read the guide first.", [B])).toBe("Do read the guide first.");
  expect(keepLinks(before, "```\nthe guide\n```", [A])).toBe("```\nthe guide\n```");
});

test("sentences end where they would without their links, and say nothing of addresses", () => {
  const markdown = `It is in [the guide](${A}) [^S1.p1]. [Heat](${B} "A. B? C") is [new](${A}).`;
  const sentences = splitSentences(markdown);
  expect(sentences.map(({ text }) => text)).toEqual(["It is in the guide.", "Heat is new."]);
  expect(sentences.map(({ start, end }) => markdown.slice(start, end)).join(" ")).toBe(markdown);
});
