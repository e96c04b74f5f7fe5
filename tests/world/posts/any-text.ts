import fc from "fast-check";
import type { BlockContent, ListItem, PhrasingContent, Root, TableCell } from "mdast";

const WORDS = [
  ..."heat pumps 40 % Größe naïveté 寒冷地の暖房。 「引用」 （注意：） 중요(필수) כתיבה עברית هذا نص कैशिंग ไทยครับ".split(
    " ",
  ),
  ...["👩‍👩‍👧", "🇩🇪", "10~20", "3~5", "2*3*4", "snake_case", "_init_", "C#", "R&D", "&copy;"],
  ...["<b>x</b>", "[gallery]", "[x](y)", "[1]", "`", "a|b", "C:\\path", "\\*", "…", "—", "$x$"],
  ...["{{x}}", "https://a.example/b_c", "www.a.example", "1.", "2)", "-", "+", "#", ">", "|", "!"],
  ...["===", "---", "~~", "**", "“So”", "it’s", "I'm", '"so"', "end.", "e.g.", "!?", "(often)"],
];
const ADDRESSES = [
  ...["https://example.org/a", "https://example.org/a_b?c=(d)&e=*f*#g", "https://例え.jp/寒冷"],
];
const IDS = ["S1.p1", "S1.p2", "S2.p1"];

const word = fc.constantFrom(...WORDS);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(" "));
const toText = (value: string): PhrasingContent => ({ type: "text", value });
const text = words.map(toText);
const code = fc
  .constantFrom("const a = 1", "a|b", "`tick`", "**no**", "[^1]", "<i>", "寒冷 地", "C:\\")
  .map((value): PhrasingContent => ({ type: "inlineCode", value }));
const cited = fc
  .tuple(fc.constantFrom("heat", "寒冷地", "עברית"), fc.constantFrom(...IDS))
  .map(([before, id]) => toText(`${before}[^${id}] and`));
const MARKS = ["strong", "emphasis", "delete"] as const;
const plain = fc.array(fc.oneof({ weight: 3, arbitrary: text }, code), {
  minLength: 1,
  maxLength: 2,
});
const marked = fc
  .tuple(fc.constantFrom(...MARKS), fc.option(fc.constantFrom(...MARKS)), plain)
  .map(([outer, inner, children]): PhrasingContent => {
    const inside = inner && inner !== outer ? [{ type: inner, children: spread(children) }] : null;
    return { type: outer, children: inside ?? spread(children) };
  });
const link = fc
  .tuple(
    fc.constantFrom(...ADDRESSES),
    fc.oneof(
      plain,
      marked.map((one) => [one]),
    ),
  )
  .map(([url, children]): PhrasingContent => ({ type: "link", url, children: spread(children) }));
const phrase = fc.oneof(
  { weight: 5, arbitrary: text },
  { weight: 2, arbitrary: marked },
  { weight: 1, arbitrary: code },
  { weight: 1, arbitrary: link },
  { weight: 1, arbitrary: cited },
);
/** Words in a row, a space between them. */
const line = fc.array(phrase, { minLength: 1, maxLength: 5 }).map(spread);

function spread(parts: readonly PhrasingContent[]): PhrasingContent[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [toText(" "), part]));
}

const paragraph = line.map((children): BlockContent => ({ type: "paragraph", children }));
const codeBlock = fc
  .constantFrom(
    "let a = `1`;\n\n  b();",
    "# no\n- list",
    "```js\na\n```",
    "[gallery] &amp; <b>",
    "寒冷",
  )
  .map((value): BlockContent => ({ type: "code", lang: "ts", value }));
const list = fc
  .tuple(
    fc.boolean(),
    fc.array(fc.tuple(paragraph, fc.option(fc.oneof(paragraph, codeBlock)), fc.boolean()), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.option(fc.boolean()),
  )
  .map(([ordered, items, checked]): BlockContent => {
    const children = items.map(([first, second, nested]): ListItem => {
      const inner: BlockContent = {
        ...{ type: "list", ordered: false, spread: false },
        children: [{ type: "listItem", spread: false, children: [first] }],
      };
      const blocks = [first, ...(second ? [second] : []), ...(nested ? [inner] : [])];
      return { type: "listItem", spread: second !== null, checked, children: blocks };
    });
    return { type: "list", ordered, start: ordered ? 3 : null, spread: false, children };
  });
const table = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.array(line, { minLength: 9, maxLength: 9 }))
  .map(([columns, cells]): BlockContent => {
    const rows = [0, 1, 2].map((row) => cells.slice(row * columns, (row + 1) * columns));
    const toCell = (children: PhrasingContent[]): TableCell => ({ type: "tableCell", children });
    const align = [null, "right" as const, "center" as const].slice(0, columns);
    const children = rows.map((row) => ({ type: "tableRow" as const, children: row.map(toCell) }));
    return { type: "table", align, children };
  });
const block: fc.Arbitrary<BlockContent> = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  { weight: 2, arbitrary: list },
  { weight: 1, arbitrary: codeBlock },
  { weight: 1, arbitrary: table },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.oneof(paragraph, list), { minLength: 1, maxLength: 2 })
      .map((children): BlockContent => ({ type: "blockquote", children })),
  },
  {
    weight: 1,
    arbitrary: line.map((children): BlockContent => ({ type: "heading", depth: 3, children })),
  },
  { weight: 1, arbitrary: fc.constant<BlockContent>({ type: "thematicBreak" }) },
);

/** The text of a section as a tree: every kind of block and mark, scripts, links, citations of `IDS`. */
export const anyText: fc.Arbitrary<Root> = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((children): Root => ({ type: "root", children }));
/** The passages that it may cite. */
export const CITED_IDS = IDS;
