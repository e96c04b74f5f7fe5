import { expect, test } from "vitest";
import { quoteRun } from "./quote-run";

const COPIED = "the cache holds every page since the last deployment";
const quote = (markdown: string, words = COPIED, passageId = "S1.p2") => {
  const start = markdown.indexOf(words);
  const place = { start, end: start + words.length };
  return quoteRun(markdown, { text: words, words: 9, ...place, passageId, title: "T", url: null });
};

test("copied words get quotation marks, and the mark of their passage where none stands", () => {
  expect(quote(`Here ${COPIED}. Mine.`)).toBe(`Here “${COPIED}” [^S1.p2]. Mine.`);
  expect(quote(`Here ${COPIED} [^S1.p2]. Mine.`)).toBe(`Here “${COPIED}” [^S1.p2]. Mine.`);
  expect(quote(`Here ${COPIED}. [^S1.p2] Mine.`)).toBe(`Here “${COPIED}”. [^S1.p2] Mine.`);
});

test("marks inside the words move behind them", () => {
  const words = "the cache holds every page [^S1.p1]. Since the last deployment";
  expect(quote(`Here ${words}.`, words)).toBe(
    "Here “the cache holds every page. Since the last deployment” [^S1.p1][^S1.p2].",
  );
});

test("what quotation marks would break is not offered", () => {
  for (const words of ["a “b” c", "half **of it", "one\n\ntwo", "`code", "a | b", ""])
    expect(quote(`Here ${words}.`, words), words).toBeUndefined();
  expect(quote("Here **all of it**.", "**all of it**")).toBe("Here “**all of it**” [^S1.p2].");
});
