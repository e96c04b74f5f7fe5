import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalUrl } from "./canonical-url";
import { findQuote } from "./find-quote";
import { selectPassages } from "./select-passages";
import { splitPassages } from "./split-passages";

const sentence = fc.constantFrom(
  "Caching stores the result of data fetching so that future requests are faster.",
  "It costs 3.5 ms, e.g. on v1.2.3; really?",
  "日本語の文章です。短い。",
  "Grüße!",
  "x".repeat(1_500),
  `odd ${"🚀".repeat(800)}`,
);
const gap = fc.constantFrom(" ", "\n", "\n\n", "\r\n\r\n", "\n \n", "\u200b", "   ");
const pageText = fc
  .array(fc.tuple(sentence, gap), { maxLength: 80 })
  .map((parts) => parts.flat().join(""));
const squeeze = (text: string) => text.replace(/[\s\u200b]+/g, "");

test("passages are stretches of their page: numbered, of readable length, nothing invented", () => {
  fc.assert(
    fc.property(pageText, (text) => {
      const passages = splitPassages("S7", text);
      expect(passages.length).toBeLessThanOrEqual(14);
      const page = squeeze(text);
      let from = 0;
      for (const [index, passage] of passages.entries()) {
        expect(passage).toMatchObject({ id: `S7.p${index + 1}`, sourceId: "S7" });
        expect(passage.text.length).toBeGreaterThanOrEqual(40);
        expect(passage.text.length).toBeLessThanOrEqual(1_100);
        expect(passage.text).not.toMatch(/\u200b|\r|\p{Surrogate}/u);
        const at = page.indexOf(squeeze(passage.text), from);
        expect(at, passage.text).toBeGreaterThanOrEqual(from);
        from = at + squeeze(passage.text).length;
      }
    }),
  );
});

test("short paragraphs are joined, long ones are split at sentences, crumbs are left out", () => {
  expect(splitPassages("S1", "Too short to cite.")).toEqual([]);
  expect(splitPassages("S1", "One short paragraph here.\n\nAnother short paragraph here.")).toEqual(
    [
      {
        id: "S1.p1",
        sourceId: "S1",
        text: "One short paragraph here.\nAnother short paragraph here.",
      },
    ],
  );
  const long = "This sentence about version 1.2.3 is one of very many like it. ".repeat(30);
  for (const { text } of splitPassages("S1", long)) expect(text).toMatch(/^This .+\.$/s);
  const hidden = "Read\u200b the\u{E0041}\u{E0042} docs carefully before you ship anything.";
  expect(splitPassages("S1", hidden)[0]?.text).toBe(
    "Read the docs carefully before you ship anything.",
  );
});

test("one page has one address, whatever it was reached by", () => {
  const same = [
    "https://www.example.org/a/b/?utm_source=x&b=2&a=1#top",
    "https://example.org/a/b?a=1&b=2",
    "https://example.org/a/b?a=1&b=2&fbclid=1&ref=home&gclid=2",
    "https://user:secret@example.org/a/b?b=2&a=1",
    "HTTPS://EXAMPLE.org:443/a/b?a=1&b=2",
  ];
  expect(new Set(same.map(canonicalUrl))).toEqual(new Set(["https://example.org/a/b?a=1&b=2"]));
  expect(canonicalUrl("http://example.org")).toBe("http://example.org");
  for (const address of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "", "no"])
    expect(canonicalUrl(address)).toBeNull();
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
      const once = canonicalUrl(address) ?? expect.unreachable();
      expect(canonicalUrl(once)).toBe(once);
      expect(new URL(once).hash).toMatch(/^(#!?\/.*)?$/);
    }),
  );
});

test("a quotation is always a piece of its passage, and the sentence that says it", () => {
  fc.assert(
    fc.property(pageText, fc.string({ unit: "binary" }), (passage, claim) => {
      const quote = findQuote(passage, claim);
      expect(passage).toContain(quote);
      expect(quote.length).toBeLessThanOrEqual(280);
      expect(quote).not.toMatch(/\p{Surrogate}/u);
    }),
  );
  const passage = "Routes are static. A page may stream. Caching stores the result of a fetch.";
  expect(findQuote(passage, "The result of a fetch is stored")).toBe(
    "Caching stores the result of a fetch.",
  );
  expect(findQuote(passage, "")).toBe(passage);
});

test("a section gets the passages that fit it, in their own order", () => {
  const texts = [
    "Deploying to a server",
    "Fonts and images",
    "Caching data",
    "More on caching",
    "CSS",
  ];
  const passages = texts.map((text, index) => {
    return { id: `S1.p${index + 1}`, sourceId: "S1", text };
  });
  expect(selectPassages(passages, "caching", 5)).toEqual(passages);
  expect(selectPassages(passages, "caching", 2).map(({ id }) => id)).toEqual(["S1.p3", "S1.p4"]);
  expect(selectPassages(passages, "caching", 3).map(({ id }) => id)).toEqual([
    "S1.p1",
    "S1.p3",
    "S1.p4",
  ]);
  expect(selectPassages(passages, "zxqv", 2).map(({ id }) => id)).toEqual(["S1.p1", "S1.p2"]);
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 6 }), (query, most) => {
      const chosen = selectPassages(passages, query, most);
      expect(chosen).toHaveLength(Math.min(most, passages.length));
      expect(passages.filter((passage) => chosen.includes(passage))).toEqual(chosen);
    }),
  );
});
