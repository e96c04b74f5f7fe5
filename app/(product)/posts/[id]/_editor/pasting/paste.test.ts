// @vitest-environment jsdom
import { Editor, type JSONContent } from "@tiptap/core";
import fc from "fast-check";
import { toHtml } from "hast-util-to-html";
import type { Paragraph, Root } from "mdast";
import { expect, test } from "vitest";
import type { LeftOut } from "@/lib/markdown/pasted/drop-foreign";
import { readMarkdown } from "@/lib/markdown/read-markdown";
import { toHtmlTree } from "@/lib/markdown/to-html-tree";
import { writeMarkdown } from "@/lib/markdown/write-markdown";
import {
  GOOGLE_DOCS,
  MARKDOWN,
  WEB_PAGE,
  WORD,
  WORD_ON_THE_WEB,
} from "@/tests/world/editor/clipboards";
import { anyText } from "@/tests/world/posts/any-text";
import { readTreeRuns } from "@/tests/world/posts/read-runs";
import { scaled } from "@/tests/world/scale";
import { CitationNode } from "../text/citation-node";
import { parseSection } from "../text/parse-section";
import { canonical, SECTION_EXTENSIONS } from "../text/section-format";
import { toMarkdown } from "../text/section-markdown";
import { describeLeftOut } from "./describe-left-out";
import { PasteExtension } from "./paste-extension";

/** By type, as `text/html`. */
type Clipboard = Record<string, string>;

/** Pastes into an editor as a browser does; gives what is saved, and what the author is told is missing. */
function paste(clipboard: Clipboard, into = "") {
  const told: LeftOut[] = [];
  const editor = new Editor({
    element: document.createElement("div"),
    ...{ injectCSS: false, enablePasteRules: false },
    extensions: [
      ...SECTION_EXTENSIONS,
      CitationNode,
      PasteExtension.configure({ onLeftOut: (leftOut) => told.push(leftOut) }),
    ],
    content: { type: "doc", content: orEmpty(parseSection(into).blocks) },
  });
  editor.commands.focus("end");
  editor.view.dom.dispatchEvent(toEvent(clipboard));
  const { doc } = editor.state;
  const saved = toMarkdown(doc);
  const read = canonical(orEmpty(parseSection(saved).blocks));
  expect(read.toJSON(), saved).toEqual(canonical(orEmpty(listWritten(doc.toJSON()))).toJSON());
  editor.destroy();
  return { saved, told };
}

/** An empty paragraph is a place to write in, and says nothing. */
const listWritten = ({ content = [] }: JSONContent) =>
  content.filter((block) => block.type !== "paragraph" || block.content);
const orEmpty = (blocks: JSONContent[]) => (blocks.length > 0 ? blocks : [{ type: "paragraph" }]);

/** The event that a browser sends. */
function toEvent(clipboard: Clipboard): Event {
  const types = Object.keys(clipboard);
  const getData = (type: string) => new Map(Object.entries(clipboard)).get(type) ?? "";
  const event = new Event("paste", { bubbles: true, cancelable: true });
  return Object.assign(event, { clipboardData: { types, getData, files: [] } });
}

const NOTHING: LeftOut[] = [];
const left = (leftOut: Partial<LeftOut>) => [{ pictures: 0, embeds: 0, links: 0, ...leftOut }];

test("Word's marks, lists, tables and raised numbers are the text's own", () => {
  const { saved, told } = paste({ "text/html": WORD, "text/plain": "Heat pumps" });
  expect(saved).toBe(`### Heat pumps

They are **quiet** and *cheap*, not ~~loud~~: 21\u00A0m² at 10⁶ J.

- first
  - inner
- second

#### Steps

3. third

| **Size** | Cost |
| - | - |
| 6 kW | 9.000 to 12.000 |

[The guide](https://example.org/guide?a=1&b=2) and a note[1].`);
  expect(told).toEqual(left({ pictures: 1 }));
  expect(paste({ "text/html": WORD_ON_THE_WEB })).toEqual({
    saved: "**Bold** words\n\n1. one\n   - inner\n2. two",
    told: NOTHING,
  });
});

test("of Google Docs only what is bold is bold, and its tasks are tasks", () => {
  const { saved, told } = paste({ "text/html": GOOGLE_DOCS });
  expect(saved).toBe(`### Why now

Plain, **bold**, *soft*, ~~gone~~ and [a link](https://example.org/a), H₂O.

- one
  - inner
- two

* [x] done
* [ ] open

| a | b |
| - | - |
| 1 | 2 |`);
  expect(told).toEqual(left({ pictures: 1 }));
});

test("of a web page its text stays, and what has no form is named", () => {
  const { saved, told } = paste({ "text/html": WEB_PAGE, "text/plain": "Caching" });
  expect(saved).toBe(`### Caching

By A. Writer

It **helps** a *lot* 👍 🎉, see [the docs](https://example.org/docs/), below or write.[1]

4. four
   \`\`\`js
   const a = 1;

   b();
   \`\`\`
5. five

> One
>
> Two

\`\`\`
let x = 2;
\`\`\`

- [x] shipped
- [ ] planned

A pump

#### Aside

Laid out.

beside

End \\<b> \\*\\*not bold\\*\\* \\[^own].`);
  expect(told).toEqual(left({ pictures: 1, embeds: 1, links: 1 }));
  expect(describeLeftOut(told[0] ?? { pictures: 0, embeds: 0, links: 0 })).toMatch(
    /^A section has no form for a picture, a video or another embedded thing, and a link that leads to no web page/,
  );
});

test("text with marks of Markdown is read, in whichever program it was copied", () => {
  const read = MARKDOWN.replace("# Caching", "### Caching").replace("\nsee", " see");
  expect(paste({ "text/plain": MARKDOWN }).saved).toBe(read);
  const colours = `<meta charset='utf-8'><div style="white-space: pre;"><div># Caching</div></div>`;
  const program = { "vscode-editor-data": "{}", "text/html": colours, "text/plain": MARKDOWN };
  expect(paste(program).saved).toBe(read);
});

test("text without marks stays as it stands, line by line", () => {
  const text = "2 * 3 * 4 and snake_case_word\r\nat 10~20 days";
  expect(paste({ "text/plain": text }).saved).toBe(
    "2 * 3 * 4 and snake_case_word\n\nat 10~20 days",
  );
  expect(paste({ "text/plain": " words" }, "Some").saved).toBe("Some words");
  const url = "https://example.org/a_b?c=1&d=2";
  expect(paste({ "text/plain": url }, "See [^S1.p1] ").saved).toBe(`See[^S1.p1][${url}](${url})`);
});

test("in code everything is code", () => {
  const code = "```ts\nlet a;\n```";
  expect(paste({ "text/plain": "# no\n- list", "text/html": "<h1>no</h1>" }, code).saved).toBe(
    "```ts\nlet a;# no\n- list\n```",
  );
});

/** By its marks a text is known as Markdown. */
const SOFT: Paragraph = {
  type: "paragraph",
  children: [{ type: "emphasis", children: [{ type: "text", value: "soft" }] }],
};

test("any document, copied from a page or as Markdown, is pasted with its text, marks, links and code", () => {
  const none = new Map<string, number>();
  fc.assert(
    fc.property(anyText, ({ children }) => {
      const tree: Root = { type: "root", children: [SOFT, ...children] };
      const wanted = readTreeRuns(tree, none);
      const html = toHtml(toHtmlTree(tree, { direction: "ltr" }));
      const text = writeMarkdown(tree, { forOthers: false });
      for (const [type, copied] of [
        ["text/html", html],
        ["text/plain", text],
      ] as const) {
        const { saved } = paste({ [type]: copied });
        expect(readTreeRuns(readMarkdown(saved), none), copied).toEqual(wanted);
      }
    }),
    { numRuns: scaled(400) },
  );
});
