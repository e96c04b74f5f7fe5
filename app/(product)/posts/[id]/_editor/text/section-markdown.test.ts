import type { JSONContent } from "@tiptap/core";
import { Slice } from "@tiptap/pm/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { scaled } from "@/tests/world/scale";
import { parseSection } from "./parse-section";
import { canonical, sectionSchema } from "./section-format";
import { rememberOrigin, toMarkdown } from "./section-markdown";

const open = (markdown: string) => {
  const parsed = parseSection(markdown);
  const content = parsed.blocks.length > 0 ? parsed.blocks : [{ type: "paragraph" }];
  const doc = sectionSchema.nodeFromJSON({ type: "doc", content });
  return { doc, origin: rememberOrigin(markdown, doc, parsed) };
};
const again = (markdown: string) => toMarkdown(open(markdown).doc);
const table = "| a | b |\n|---|---|\n| 1 | 2 |";

test.each([
  ["marks", "Some **bold**, *italic*, ~~struck~~ and `code`[^S1.p2] words[^S10.p31]."],
  ["a mark in bold text", "It is **so[^S1.p2] bold** here."],
  ["lists", "- a\n- b\n  - c\n\n1. one\n2. two"],
  ["a list that starts elsewhere", "3. three\n4. four"],
  ["code", "```js\nconst mark = `[^S1.p2]`;\n\\*not escaped\\*\n```"],
  ["a quotation, a rule and a heading", "> said\n\n---\n\n### Below"],
  ["signs that mean nothing here", "1 < 2 & 3 > 2, a * b, snake_case_word, $x$, C# and R&D"],
  ["a table", `Before\n\n${table}\n\nAfter`],
  ["tasks", "- [ ] open\n- [x] done"],
  ["a link and an address", "See [the page](https://example.org).\n\nAnd https://example.org/a_b"],
  ["HTML", "Some <b>bold</b> words\n\n<div>block</div>"],
])("%s come through the editor to the letter", (_, markdown) => {
  expect(again(markdown)).toBe(markdown);
});

test.each([
  ["A graph [^S1.p2]. It [^S1.p2] [^S2.p1] goes.", "A graph[^S1.p2]. It[^S1.p2][^S2.p1] goes."],
  ["- **one** [^S1.p2]\n- `two` [^S1.p2]", "- **one**[^S1.p2]\n- `two`[^S1.p2]"],
])("a mark stands tight on its word in the editor: %s", (stored, tight) => {
  expect(open(stored).doc.eq(open(tight).doc)).toBe(true);
  expect(again(stored)).toBe(tight);
  const { doc, origin } = open(stored);
  expect(toMarkdown(doc, origin)).toBe(stored);
});

test("what is not touched is saved as it was, however unusual its spelling", () => {
  const markdown =
    "* star\n* list\n\nSetext\n---\n\nline one\nline two\n\n- [ ] task\n\nlast __bold__";
  const { doc, origin } = open(markdown);
  expect(toMarkdown(doc, origin)).toBe(markdown);
  const last = doc.child(doc.childCount - 1);
  const changed = doc.replace(
    doc.content.size - last.nodeSize + 1,
    doc.content.size - last.nodeSize + 1,
    sectionSchema
      .nodeFromJSON({
        type: "doc",
        content: [{ type: "paragraph", content: [{ type: "text", text: "New " }] }],
      })
      .slice(1, 5),
  );
  expect(toMarkdown(changed, origin)).toBe(
    "* star\n* list\n\nSetext\n---\n\nline one\nline two\n\n- [ ] task\n\nNew last **bold**",
  );
});

const words = fc.constantFrom(
  "word",
  "two words",
  "1. x",
  "- y",
  "+ z",
  "# h",
  "> q",
  "a*b*c",
  "snake_case",
  "x < y & z",
  "&copy;",
  "[^own]",
  "[link](x)",
  "`tick`",
  "~~no~~",
  "Größe 日本 🚀",
  "C:\\path",
  "!",
  "| a |",
  "---",
  "===",
  "2) b",
  "<b>x</b>",
  "https://example.org/a_b",
);
const link = (href: string, title: string | null = null) => ({
  type: "link",
  attrs: { href, title, target: null, rel: null, class: null },
});
type Marks = NonNullable<JSONContent["marks"]>;
const mark = (type: string) => ({ type });
const marks = fc.constantFrom<Marks>(
  [],
  [],
  [],
  [mark("bold")],
  [mark("italic")],
  [mark("strike")],
  [mark("code")],
  [mark("bold"), mark("italic")],
  [link("https://example.org/a_b?c=(d)&e=*f*")],
  [link("https://example.org/a_b?c=(d)&e=*f*"), mark("bold")],
  [link("https://例え.jp/寒冷 地", 'a "title"')],
);
const text = fc.tuple(words, marks).map(([value, set]): JSONContent => {
  return { type: "text", text: value, ...(set.length ? { marks: set } : {}) };
});
const blank: JSONContent = { type: "text", text: " " };
const citation = fc
  .constantFrom("S1.p1", "S2.p31")
  .map((passageId): JSONContent => ({ type: "citation", attrs: { passageId } }));
const inline = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: text },
      { weight: 1, arbitrary: citation },
      { weight: 1, arbitrary: fc.constant<JSONContent>({ type: "hardBreak" }) },
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((nodes) => {
    const spaced = nodes.flatMap((node, index) => (index ? [blank, node] : [node]));
    return { type: "paragraph", content: [...spaced, { type: "text", text: " end" }] };
  });
const list = fc
  .tuple(
    fc.constantFrom("bulletList", "orderedList"),
    fc.array(inline, { minLength: 1, maxLength: 3 }),
  )
  .map(([type, items]): JSONContent => {
    return { type, content: items.map((item) => ({ type: "listItem", content: [item] })) };
  });
const code = fc
  .constantFrom("let a = `1`;", "# no\n\n- list", "a\\*b &amp; [^S1.p1]")
  .map((value): JSONContent => {
    return {
      type: "codeBlock",
      attrs: { language: "js" },
      content: [{ type: "text", text: value }],
    };
  });
const block: fc.Arbitrary<JSONContent> = fc.oneof(
  { weight: 4, arbitrary: inline },
  { weight: 1, arbitrary: list },
  { weight: 1, arbitrary: inline.map((item) => ({ type: "blockquote", content: [item] })) },
  {
    weight: 1,
    arbitrary: inline
      .filter(({ content }) => content?.every(({ type }) => type !== "hardBreak") ?? false)
      .map(({ content }) => ({ type: "heading", attrs: { level: 3 }, content: content ?? [] })),
  },
  { weight: 1, arbitrary: code },
  {
    weight: 1,
    arbitrary: fc.constant<JSONContent>({
      type: "source",
      content: [{ type: "text", text: table }],
    }),
  },
);

test.each([
  ["bold that ends in a full stop, beside Chinese signs", "你好，**世界。**再见"],
  ["code that holds a fence", "````md\n```js\na\n```\n````"],
  ["one tilde, twice", "大约3~5天，价格100~200元。"],
  ["blanks at the ends of a mark", "a **b** c"],
  ["Hebrew", "**העבודה** נמדדת (בערך)."],
])("%s is saved as it reads", (_, markdown) => {
  expect(again(markdown)).toBe(markdown);
});

test("what the editor has no form for is kept as its source, nothing of it is lost", () => {
  const foreign = [
    "**`bold code`**",
    "a [`link`](https://example.org)",
    "a [link](tel:1)",
    "a [link](../page)",
    "![picture](x.png)",
    "- [ ] task\n- [x] done",
    "- ```js\n  code\n  ```",
    table,
  ];
  for (const markdown of foreign) {
    const { blocks } = parseSection(markdown);
    expect(blocks, markdown).toEqual([
      { type: "source", content: [{ type: "text", text: markdown }] },
    ]);
  }
});

test("lists that follow on each other stay lists of their own", () => {
  const item = (text: string) => ({
    type: "listItem",
    content: [{ type: "paragraph", content: [{ type: "text", text }] }],
  });
  const bullets: JSONContent = { type: "bulletList", content: [item("one"), item("two")] };
  const numbers = { type: "orderedList", attrs: { start: 3 }, content: [item("three")] };
  const blocks = [bullets, bullets, bullets, numbers, numbers, { ...numbers, attrs: {} }];
  const written = canonical(blocks);
  expect(canonical(open(toMarkdown(written)).doc.toJSON().content).toJSON()).toEqual(
    written.toJSON(),
  );
});

test("a list kept as its source stays apart from the list before it", () => {
  const { doc, origin } = open("- one\n\nbetween\n\n- [x] done\n- [ ] open");
  const between = doc.child(0).nodeSize;
  const without = doc.replace(between, between + doc.child(1).nodeSize, Slice.empty);
  expect(toMarkdown(without, origin)).toBe("- one\n\n* [x] done\n* [ ] open");
});

test("a mark that is typed is a citation", () => {
  const typed: JSONContent = {
    type: "paragraph",
    content: [{ type: "text", text: "so [^S1.p2]" }],
  };
  const [read] = open(toMarkdown(canonical([typed]))).doc.toJSON().content;
  expect(read.content[1]).toEqual({ type: "citation", attrs: { passageId: "S1.p2" } });
});

/** Its second line, without its first two characters, looks like a heading. */
const BREAKS_IN_AN_ITEM: JSONContent = {
  type: "bulletList",
  content: [
    {
      type: "listItem",
      content: [
        {
          type: "paragraph",
          content: [
            { type: "text", text: "word" },
            { type: "hardBreak" },
            { type: "text", text: "# h", marks: [{ type: "strike" }] },
            { type: "hardBreak" },
            { type: "text", text: "end" },
          ],
        },
      ],
    },
  ],
};

/** The lexer pairs the first code's end with the second one's beginning. */
const CODE_AROUND_BOLD: JSONContent = {
  type: "paragraph",
  content: [
    { type: "text", text: "`tick`", marks: [{ type: "code" }] },
    { type: "text", text: " " },
    { type: "text", text: "word", marks: [{ type: "bold" }] },
    { type: "text", text: " " },
    { type: "text", text: "`tick`", marks: [{ type: "code" }] },
    { type: "text", text: " end" },
  ],
};

test("whatever is written, its Markdown reads as the same blocks, text, marks and citations", () => {
  fc.assert(
    fc.property(block, (content) => {
      const markdown = toMarkdown(canonical([content]));
      const read = open(markdown).doc;
      expect(canonical(read.toJSON().content).toJSON(), markdown).toEqual(
        canonical([content]).toJSON(),
      );
    }),
    { numRuns: scaled(4_000), examples: [[BREAKS_IN_AN_ITEM], [CODE_AROUND_BOLD]] },
  );
});
