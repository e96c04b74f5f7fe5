import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SectionText } from "@/app/(product)/posts/[id]/_run/article/section-text";
import { openCitationFilter } from "@/lib/blog/citations/open-citation-filter";
import { checkClaims } from "@/lib/blog/claims/check-claims";
import { findVerbatim } from "@/lib/blog/claims/find-verbatim";
import { markClaims } from "@/lib/blog/claims/mark-claims";
import { splitSentences as splitSection } from "@/lib/blog/claims/split-sentences";
import { listStems } from "@/lib/blog/links/significant-words";
import { measureOriginality } from "@/lib/blog/originality/measure-originality";
import type { Post } from "@/lib/blog/schema";
import { findQuote } from "@/lib/blog/sources/find-quote";
import { splitPassages } from "@/lib/blog/sources/split-passages";
import { cleanOpening } from "@/lib/blog/tools/clean-opening";
import { tidyContinuation } from "@/lib/blog/tools/tidy-continuation";
import { quotePassages } from "@/lib/calls/quote-passages";
import { nameFile } from "@/lib/export/name-file";
import { getExporter } from "@/lib/export/registry";
import { mendLevels } from "@/lib/markdown/mend-levels";
import { readMarkdown } from "@/lib/markdown/read-markdown";
import { writeMarkdown } from "@/lib/markdown/write-markdown";
import { countText } from "@/lib/onboarding/persona/count-text";
import { describeMetadata } from "@/lib/seo/describe-metadata";
import { mendSeo } from "@/lib/seo/mend-seo";
import { scorePost } from "@/lib/seo/score-post";
import { cleanLine } from "@/lib/text/clean-line";
import { countWords } from "@/lib/text/count-words";
import { makeSlug } from "@/lib/text/make-slug";
import { plainLine } from "@/lib/text/plain-line";
import { plainText } from "@/lib/text/plain-text";
import { splitSentences } from "@/lib/text/split-sentences";
import { buildPost } from "../world/posts/any-post";
import { scaled } from "../world/scale";

/** As long as a section may be. */
const LENGTH = 60_000;
/** Of the processor: what is linear takes a few tenths of a second, what is not takes minutes. */
const MOST_MS = 8_000;

const fill = (unit: string, length = LENGTH) =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
/** Texts that make a careless pattern look at everything again and again. */
const HOSTILE: Record<string, string> = {
  "blanks between two letters": `a${fill(" ", LENGTH - 2)}b`,
  "blank lines": `a${fill(" \n", LENGTH - 2)}b`,
  "a wide table of short rows": `${fill("|a", 6_000)}|\n${fill("|-", 6_000)}|\n${fill("|a\n", 42_000)}`,
  "marks within marks": fill("*_", LENGTH / 2) + fill("_*", LENGTH / 2),
  "quotations within quotations": fill(">"),
  "lists within lists": fill("- "),
  "deeper and deeper lists": Array.from({ length: 340 }, (_, at) => `${" ".repeat(at)}- a`).join(
    "\n",
  ),
  "backticks of every length": Array.from({ length: 340 }, (_, at) => "`".repeat(at + 1)).join("a"),
  "a word without a space": fill("ก"),
  "one sign of each": fill("*a _b [c](d `e` <f> &g; ~~h \\i ![j] "),
  "marks of citations": fill("[^S1.p1] "),
  "numbers and dates": fill("12. 3 May 1,000.5 % "),
  "open quotations": fill("“a. "),
};
const UNITS = [
  ...'[ ] ( ) < > & * _ ` ~ # - = | ! : \\ " “ . , 1 a 中 \n \t \u200b 😀'.split(" "),
  ...[
    "[](",
    "![",
    "[a](<b",
    "[^S1.p",
    "]:",
    "<a ",
    "<!--",
    "</script>",
    "&amp;",
    "https://",
    "www.",
    "a@b.",
    "S1.p1",
  ],
  ...[
    "**a",
    "a*b_",
    "~~a ",
    "\\\\",
    "1. a\n",
    "- a\n\n",
    "> a\n\n",
    "# a\n",
    "a\n=\n",
    "|a|b|\n|-|-|\n",
    "```\n",
    "e.g. ",
    "Mr. ",
  ],
];
const TEXTS = {
  ...HOSTILE,
  ...Object.fromEntries(UNITS.map((unit) => [`${JSON.stringify(unit)} over and over`, fill(unit)])),
};

const KNOWN = new Set(["S1.p1"]);
const library = (text: string) => ({
  sources: [{ id: "S1", url: null, title: text, publishedAt: null }],
  passages: [{ id: "S1.p1", sourceId: "S1", text: text.slice(0, 1_100) }],
});
const toPost = (text: string): Post =>
  buildPost({
    title: text.slice(0, 300),
    sections: [{ id: "sec-1", heading: text.slice(0, 300), sourceIds: [], markdown: text }],
    citations: [
      {
        sectionId: "sec-1",
        passageId: "S1.p1",
        sourceId: "S1",
        title: text,
        url: null,
        quote: text.slice(0, 280),
      },
    ],
  });
const render = (markdown: string) =>
  renderToStaticMarkup(createElement(SectionText, { markdown, citations: [], live: true }));
const clean = (text: string) => {
  const filter = openCitationFilter(KNOWN);
  return filter.push(text).text + filter.end().text;
};

/** Everything that is given a text of the user's, of a model's or of the web's. */
const READERS: Record<string, (text: string) => unknown> = {
  "the page": render,
  "the reader of Markdown": readMarkdown,
  "the writer of Markdown": (text) => writeMarkdown(readMarkdown(text), { forOthers: true }),
  "the filter of what a model writes": clean,
  "the score": (text) => scorePost(toPost(text).document),
  "the search listing": (text) =>
    mendSeo({ title: text, description: text, slug: text, tags: [text] }, toPost(text).document),
  "the metadata": (text) => describeMetadata(toPost(text).document),
  "levels of headings": mendLevels,
  "Markdown export": (text) => getExporter("md").write(toPost(text), "whole"),
  "HTML export": (text) => getExporter("html").write(toPost(text), "whole"),
  "Word export": (text) => getExporter("docx").write(toPost(text), "whole"),
  "a file's name": (text) => nameFile({ seo: null, title: text }, "md"),
  "sentences of a section": splitSection,
  "the check of claims": (text) => checkClaims(text, library(text).passages),
  "marks of claims": (text) => markClaims(text, []),
  originality: (text) => measureOriginality(text, library(text), [{ id: "1", title: "t", text }]),
  "a judge's quotation": (text) => findVerbatim(text, text),
  "a quotation": (text) => findQuote(text, text),
  passages: (text) => splitPassages("S1", text),
  "passages of a prompt": (text) => quotePassages([{ id: "S1.p1", text }]),
  "an opening": (text) => cleanOpening(text, KNOWN),
  "a continuation": (text) => tidyContinuation(text, library(text).passages, 5),
  "words that tell": listStems,
  "a voice": countText,
  "a line of a model's": cleanLine,
  "a title of a page": plainText,
  "one line": plainLine,
  "words counted": countWords,
  "a slug": (text) => makeSlug(text, 60),
  sentences: splitSentences,
};

/** Without PROOF every reader tries another tenth of the texts. */
test.each([...Object.entries(READERS).entries()].map(([at, [name, read]]) => ({ at, name, read })))(
  "$name is linear in every text",
  async ({ at, read }) => {
    const slow: string[] = [];
    for (const [index, [kind, text]] of Object.entries(TEXTS).entries()) {
      if ((index + at) % 10 >= scaled(10)) continue;
      const from = process.cpuUsage();
      await read(text);
      const { user, system } = process.cpuUsage(from);
      const ms = (user + system) / 1_000;

      if (ms > MOST_MS) slow.push(`${kind}: ${Math.round(ms)} ms`);
    }
    expect(slow).toEqual([]);
  },
);
