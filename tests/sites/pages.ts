import type { Written } from "./site-under-test";
import { TEXTS } from "./texts";

/** A post as its readers see it; each is looked at on every site, wide and on a phone. */
type Page = { what: string; written: Written };

const WIDE_CODE = `\`\`\`\n${"a long line of code that no phone can hold ".repeat(6)}\n\`\`\``;
const WIDE_TABLE = `| ${"head | ".repeat(8)}\n|${" --- |".repeat(8)}\n| ${"some words | ".repeat(8)}`;
const LONG_ADDRESS = `https://example.org/${"path/".repeat(20)}`;
const HEBREW = "העבודה נמדדת בשעות, **והחום** ב־40 מעלות [^S1.p1].\n\n- אחת\n- שתיים\n\n> ציטוט";
const JAPANESE =
  "寒冷地の暖房は**「効率」**で選ぶ[^S1.p1]。~~古い~~機種は*（注意）*。\n\n1. 一つ\n2. 二つ";

/** Every kind of text alone, all of them together, and what is about a post beside its text. */
export const PAGES: Page[] = [
  ...TEXTS.map(({ what, markdown }) => ({ what, written: { markdown } })),
  {
    what: "all kinds of text in one post",
    written: { markdown: TEXTS.map(({ markdown }) => markdown).join("\n\n") },
  },
  { what: "code wider than a phone", written: { markdown: WIDE_CODE } },
  { what: "a table wider than a phone", written: { markdown: WIDE_TABLE } },
  {
    what: "an address and a name wider than a phone",
    written: {
      markdown: `See ${LONG_ADDRESS} and \`${"a_long_name_".repeat(8)}\`, [${LONG_ADDRESS}](${LONG_ADDRESS}).\n\n- ${LONG_ADDRESS}`,
    },
  },
  { what: "a post in Hebrew", written: { title: "חימום בקור", markdown: HEBREW } },
  { what: "a post in Japanese", written: { title: "寒冷地の暖房「選び方」", markdown: JAPANESE } },
  {
    what: "a title of signs and entities",
    written: { title: "R&D: <b>5</b> &amp; “6” [gallery] 👩‍👩‍👧 – 100 %", markdown: "Text." },
  },
  { what: "a title of 200 characters", written: { title: "Heat pumps in winter ".repeat(9) } },
  {
    what: "an excerpt and tags with signs",
    written: { listing: { excerpt: "Short & <plain> 👍", tags: ["C#", "R&D", "寒冷地"] } },
  },
  {
    what: "marks of one source in lists, quotes and tables",
    written: {
      markdown: "- one [^S1.p1]\n- two [^S1.p1]\n\n> so [^S1.p1]\n\n| a |\n| - |\n| b [^S1.p1] |",
    },
  },
];
