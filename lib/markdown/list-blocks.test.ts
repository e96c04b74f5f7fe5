import fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "../../tests/world/posts/any-text";
import { scaled } from "../../tests/world/scale";
import { listBlocks } from "./list-blocks";
import { writeMarkdown } from "./write-markdown";

/** Each block as it reads, without the space that stands for its signs. */
const read = (markdown: string) =>
  listBlocks(markdown).map(({ text }) => text.replace(/\s+/g, " ").trim());

test.each([
  ["a paragraph of two lines", "One\ntwo.", ["One two."]],
  ["a heading with and without closing signs", "## One ##\n\n### Two", ["One", "Two"]],
  ["a heading that is underlined", "One\n===\ntwo", ["One", "two"]],
  ["items, with numbers and tasks", "1. One\n   - Two\n- [x] Done", ["One", "Two", "Done"]],
  ["the second paragraph of an item", "- One\n\n  Two.", ["One", "Two."]],
  ["a quotation in a quotation", "> One\n> > Two", ["One", "Two"]],
  ["rows of a table", "| a | b |\n|---|--:|\n| c \\| d | e |", ["a b", "c \\| d e"]],
  ["a bar in a paragraph", "One | two.", ["One | two."]],
  ["no code, fenced or set in", "One\n\n```js\ntwo\n```\n\n    three\n\nFour", ["One", "Four"]],
  ["no code that is quoted, nor of an item", "> ~~~\n> one\n> ~~~\n\n- ```\n  two\n  ```", []],
  ["no rule", "One\n\n---\n\nTwo", ["One", "Two"]],
  ["marks that begin a paragraph, alone", "[^S1.p1]\nOne.", ["[^S1.p1]", "One."]],
  ["lines of other systems", "One\r\ntwo.\r\n\r\nThree", ["One two.", "Three"]],
])("the blocks of a text are %s", (_, markdown, blocks) => {
  expect(read(markdown)).toEqual(blocks);
});

test("a block is as long as its source, and what is prose in it stands at its place", () => {
  fc.assert(
    fc.property(anyText, (tree) => {
      const markdown = writeMarkdown(tree, { forOthers: false });
      for (const { start, end, text } of listBlocks(markdown)) {
        const source = markdown.slice(start, end);
        expect(text.length).toBe(source.length);
        for (const [index, sign] of [...text].entries())
          if (sign !== " ") expect([...source].at(index)).toBe(sign);
      }
    }),
    { numRuns: scaled(5_000) },
  );
});
