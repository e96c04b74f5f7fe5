import fc from "fast-check";
import { expect, test } from "vitest";
import {
  cite,
  judge,
  LONG,
  makeGoodPost,
  mapText,
  paragraph,
} from "@/tests/world/posts/sample-post";
import { scaled } from "@/tests/world/scale";
import { emptyDocument } from "../blog/apply-event";
import type { PostDocument } from "../blog/schema";
import { applyChange } from "./apply-change";
import { mendSeo } from "./mend-seo";
import { listRaises, scorePost } from "./score-post";
import { SEO_PARTS } from "./score-weights";

test("the weights of the five parts add up to 1, and a good post has 100 points", () => {
  const weights = Object.values(SEO_PARTS).map(({ weight }) => weight);
  expect(weights).toEqual([0.2, 0.25, 0.2, 0.2, 0.15]);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1);
  const score = scorePost(makeGoodPost());
  expect(listRaises(score)).toEqual([]);
  expect(score).toMatchObject({ total: 100, language: "en" });
  expect(score.minutes).toBe(Math.round(score.words / 200));
});

const words = fc.oneof(
  fc.lorem({ maxCount: 40 }),
  fc.constantFrom(
    "",
    LONG,
    paragraph(1),
    "キャッシュは結果を保存します。次の要求は速くなります。",
    "## Heading\n\nText [^S1.p1].\n\n##### Deeper",
    "- a\n- b\n\n1. c",
    "| a | b |\n|---|---|\n| c | d |",
    "```ts\n# not a heading\n```",
    "heat pump ".repeat(50),
    "🧊 \0 \u200b",
  ),
  fc.string({ unit: "grapheme" }),
);
const level = fc.constantFrom("supported" as const, "unsure" as const, "unsupported" as const);
const anyDocument = fc
  .record({
    title: words,
    sections: fc.array(fc.tuple(words, fc.array(words, { maxLength: 5 })), { maxLength: 8 }),
    cited: fc.array(fc.tuple(fc.nat(9), fc.nat(5)), { maxLength: 8 }),
    judged: fc.array(fc.tuple(fc.nat(9), level), { maxLength: 8 }),
    seo: fc.option(
      fc.record({
        keyword: fc.oneof(words, fc.constantFrom("heat pump", "lorem", "キャッシュ", "C++")),
        title: words,
        titles: fc.array(words, { maxLength: 5 }),
        description: words,
        slug: fc.constantFrom("", "heat-pump", "x"),
        tags: fc.array(words, { maxLength: 12 }),
      }),
      { nil: null },
    ),
  })
  .map(
    ({ title, sections, cited, judged, seo }): PostDocument => ({
      ...emptyDocument(""),
      title,
      seo,
      sections: sections.map(([heading, texts], index) => ({
        id: `sec-${index}`,
        heading,
        sourceIds: [],
        markdown: texts.join("\n\n"),
      })),
      citations: cited.map(([section, source]) => cite(`sec-${section}`, `S${source}`)),
      verdicts: judged.map(([section, one]) => judge(`sec-${section}`, one)),
    }),
  );

test("every document has a score from 0 to 100, the weighted sum of its parts", () => {
  fc.assert(
    fc.property(
      anyDocument,
      fc.option(fc.integer({ min: 300, max: 5_000 }), { nil: undefined }),
      (document, wordCount) => {
        const score = scorePost(document, { wordCount });
        expect(Number.isInteger(score.total)).toBe(true);
        expect(score.total).toBeGreaterThanOrEqual(0);
        expect(score.total).toBeLessThanOrEqual(100);
        const sum = score.parts.reduce((all, part) => all + part.weight * part.score, 0);
        expect(Math.abs(sum - score.total)).toBeLessThanOrEqual(1);
        for (const { findings, score: points } of score.parts) {
          expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBeLessThanOrEqual(100);
          const raises = findings.map(({ raise }) => raise);
          expect(raises).toEqual([...raises].sort((one, other) => other - one));
          for (const finding of findings) expect(finding.message).toMatch(/\S.*[.]$/su);
        }
        expect(scorePost(document, { wordCount })).toEqual(score);
      },
    ),
    { numRuns: scaled(300) },
  );
});

test("applying what the score offers never lowers it by more than rounding", () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const score = scorePost(document);
      for (const { fix } of listRaises(score))
        for (const { change } of fix?.options ?? [])
          expect(scorePost(applyChange(document, change)).total).toBeGreaterThanOrEqual(
            score.total - 1,
          );
    }),
    { numRuns: scaled(150) },
  );
});

test("fixes applied one after another end, with a score that only rises", () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      let current = document;
      for (let round = 0; round < 25; round += 1) {
        const score = scorePost(current);
        const next = listRaises(score).find(({ fix }) => fix)?.fix?.options[0];
        if (!next) break;
        const changed = applyChange(current, next.change);
        expect(scorePost(changed).total).toBeGreaterThanOrEqual(score.total - 1);
        expect(round).toBeLessThan(24);
        current = changed;
      }
    }),
    { numRuns: scaled(100) },
  );
});

test("an empty post has next to no points, and says what is missing", () => {
  const score = scorePost(emptyDocument(""));
  expect(score).toMatchObject({ total: 0, words: 0, minutes: 0, language: null });
  expect(listRaises(score)[0]).toMatchObject({ id: "keyword", raise: 25 });
});

test("a keyword more often than every thirtieth word lowers the score, and more lowers it more", () => {
  const stuffed = (times: number) =>
    scorePost(
      mapText(makeGoodPost(), (markdown) => `${markdown} ${"Heat pump talk. ".repeat(times)}`),
    ).parts.find(({ id }) => id === "keywords")?.score ?? 0;
  const scores = [0, 6, 12, 24].map(stuffed);
  expect(scores).toEqual([...scores].sort((one, other) => other - one));
  expect(scores[0]).toBe(100);
  expect(scores.at(-1)).toBeLessThan(85);
});

test("readability of another language is not measured, and the score says so", () => {
  const german = mapText(
    makeGoodPost(),
    () =>
      "Die Wärmepumpe holt Wärme aus der kalten Luft und bringt sie ins Haus. Sie braucht dafür deutlich weniger Strom als eine Heizung, die nur mit Strom arbeitet. In alten Häusern sind oft größere Heizkörper nötig, damit sich das wirklich lohnt.",
  );
  const score = scorePost(german);
  const part = score.parts.find(({ id }) => id === "readability");
  expect(score.language).toBe("de");
  expect(part?.score).toBe(70);
  expect(part?.findings).toMatchObject([{ ok: true, raise: 0 }]);
  expect(part?.findings[0]?.message).toBe(
    "Readability is measured for English only, and this post seems to be in German: it counts as 70 of 100.",
  );
});

test("Japanese text is counted by character, and its keyword found without spaces", () => {
  const text = "サーバーはキャッシュを使って結果を保存します。次の要求にはすぐに答えます。".repeat(
    12,
  );
  const document: PostDocument = {
    ...emptyDocument(""),
    title: "キャッシュの基本",
    sections: ["キャッシュとは", "使い方", "注意点"].map((heading, index) => ({
      id: `sec-${index}`,
      heading,
      sourceIds: [],
      markdown: text,
    })),
  };
  const seo = mendSeo({ keyword: "キャッシュ" }, document);
  const score = scorePost({ ...document, seo });
  expect(score.language).toBe("ja");
  expect(score.words).toBeGreaterThan(600);
  const keywords = score.parts.find(({ id }) => id === "keywords")?.findings ?? [];
  const passed = keywords.filter(({ ok }) => ok).map(({ id }) => id);
  for (const id of [
    "keyword-in-title",
    "keyword-in-h1",
    "keyword-in-opening",
    "keyword-in-headings",
  ])
    expect(passed).toContain(id);
});

test("a post of 20,000 words is scored in the time of a glance", () => {
  const huge = mapText(makeGoodPost(), (markdown) => `${markdown}\n\n`.repeat(25));
  expect(scorePost(huge).words).toBeGreaterThan(15_000);
  const hostile = mapText(
    makeGoodPost(),
    () => `${"[".repeat(50_000)} ${"<a".repeat(20_000)} ${"*_`".repeat(20_000)}`,
  );
  expect(scorePost(hostile).total).toBeGreaterThanOrEqual(0);
});
