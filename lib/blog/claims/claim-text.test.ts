import fc from "fast-check";
import { expect, test } from "vitest";
import type { Claim } from "../schema";
import { findVerbatim } from "./find-verbatim";
import { markClaims } from "./mark-claims";
import { replaceSentences } from "./replace-sentences";
import { splitSentences } from "./split-sentences";

test("sentences are found in every kind of Markdown, each with the marks within and behind it", () => {
  const markdown = [
    "Use e.g. Next.js, says Dr. Smith. `use cache` is new. He said “It works. Really.” [^S1.p1] Then more [^S1.p2][^S1.p3].",
    "",
    "1. The first item.[^S1.p1]",
    "2. The second [^S1.p2]",
    "   goes on here.",
    "- [ ] A task `a. b` [^S1.p3].",
    "",
    "Run this:",
    "",
    "```",
    "const a = 42; // [^S1.p9]",
    "```",
    "",
    "[^S1.p4]",
    "After it.",
    "",
    "| Name | Share |",
    "| --- | --- |",
    "| A | 12% [^S1.p1] |",
    "",
    "文章です。[^S1.p1]次の文です[^S1.p2]。",
    "> A quotation line",
    "> goes on [^S1.p4]. Am 3. März war es.",
  ].join("\n");
  const sentences = splitSentences(markdown);
  expect(sentences.map(({ text, passageIds }) => `${text} ${passageIds.join()}`.trim())).toEqual([
    "Use e.g. Next.js, says Dr. Smith.",
    "`use cache` is new.",
    "He said “It works. Really.” S1.p1",
    "Then more. S1.p2,S1.p3",
    "The first item. S1.p1",
    "The second goes on here. S1.p2",
    "A task `a. b`. S1.p3",
    "Run this: S1.p4",
    "After it.",
    "Name Share",
    "A 12% S1.p1",
    "文章です。 S1.p1",
    "次の文です。 S1.p2",
    "A quotation line goes on. S1.p4",
    "Am 3. März war es.",
  ]);
  expect(markdown.slice(sentences[5]?.start, sentences[5]?.end)).toBe(
    "The second [^S1.p2]\n   goes on here.",
  );
});

test("a judge's quotation counts only where the passage has its words", () => {
  const page = "The cache “keeps” a page\n for 300 seconds. It’s fast.";
  expect(findVerbatim(page, 'The cache "keeps" a page for 300 seconds.')).toBe(
    "The cache “keeps” a page\n for 300 seconds.",
  );
  expect(findVerbatim(page, "The cache keeps a page for 400 seconds.")).toBeNull();
  expect(findVerbatim(page, "the")).toBeNull();
  expect(findVerbatim(page, "")).toBeNull();
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (one, other) => {
      const found = findVerbatim(one + other, one);
      if (found !== null) expect(one + other).toContain(found);
    }),
  );
});

test("sentences are replaced and removed without leaving holes", () => {
  const markdown = "One is here. Two is here. Three.\n\n- Four.\n- Five. Six.\n\nSeven.";
  const places = splitSentences(markdown);
  const replace = (texts: Record<string, string>) =>
    replaceSentences(
      markdown,
      places.flatMap(({ start, end, text: old }) =>
        texts[old] === undefined ? [] : [{ start, end, text: texts[old] }],
      ),
    );
  expect(replace({ "Two is here.": "Deux." })).toBe(
    "One is here. Deux. Three.\n\n- Four.\n- Five. Six.\n\nSeven.",
  );
  expect(replace({ "One is here.": "", "Four.": "", "Six.": "", "Seven.": "" })).toBe(
    "Two is here. Three.\n\n- Five.",
  );
  expect(replace({})).toBe(markdown);
});

test("marks learn which claim they belong to, and those of a changed sentence do not", () => {
  const claim = (sentence: string): Claim => {
    return { text: sentence, passageIds: ["S1.p1"], level: "supported", quote: null, reason: null };
  };
  const markdown = "One [^S1.p1]. Two [^S1.p1][^S2.p1]. One [^S1.p1]. Four `[^S1.p1]` [^S1.p1].";
  expect(markClaims(markdown, [claim("One."), claim("One."), claim("Gone."), claim("Two.")])).toBe(
    "One [^S1.p1!0]. Two [^S1.p1!3][^S2.p1!3]. One [^S1.p1!1]. Four `[^S1.p1]` [^S1.p1].",
  );
  expect(markClaims(markdown, [])).toBe(markdown);
});
