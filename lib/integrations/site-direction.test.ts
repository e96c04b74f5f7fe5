import { fromHtml } from "hast-util-from-html";
import { expect, test } from "vitest";
import { readMarkdown } from "../markdown/read-markdown";
import { toHtmlTree } from "../markdown/to-html-tree";
import { writeCards } from "./ghost/write-cards";
import { writeBlocks } from "./wordpress/write-blocks";
import { elementsOf } from "./write-html";

const HEBREW = `### כותרת

פסקה

- אחת
- שתיים

> ציטוט
>
> - פנים

| א | ב |
| - | - |
| ג | ד |

English

- one
- שתיים`;

/** The first element around each line of text that says in which way it runs. */
function readDirections(html: string): string[] {
  const found: string[] = [];
  const walk = (node: ReturnType<typeof elementsOf>[number], direction: string): void => {
    const own = String(node.properties.dir ?? direction);
    for (const child of node.children) {
      if (child.type === "text" && child.value.trim() !== "")
        found.push(`${own} ${child.value.trim()}`);
      if (child.type === "element") walk(child, own);
    }
  };
  for (const node of elementsOf(fromHtml(html, { fragment: true }).children)) walk(node, "ltr");
  return found;
}

test.each([
  ["WordPress", writeBlocks],
  ["Ghost", writeCards],
])("every block runs in its own way on %s", (_, write) => {
  const tree = toHtmlTree(readMarkdown(HEBREW), { direction: "ltr" });
  expect(readDirections(write(tree))).toEqual([
    ...["כותרת", "פסקה", "אחת", "שתיים", "ציטוט", "פנים", "א", "ב", "ג", "ד"].map(
      (word) => `rtl ${word}`,
    ),
    ...["ltr English", "ltr one", "rtl שתיים"],
  ]);
});

test("WordPress keeps native blocks where it knows a direction, and HTML of our own where it does not", () => {
  const tree = toHtmlTree(readMarkdown(HEBREW), { direction: "ltr" });
  const blocks = [...writeBlocks(tree).matchAll(/<!-- wp:([a-z-]+)/g)].map(([, name]) => name);
  expect(blocks).toEqual([
    "html",
    "paragraph",
    "html",
    "quote",
    "paragraph",
    "html",
    "html",
    "paragraph",
    "html",
  ]);
});
