import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyDocument } from "../blog/apply-event";
import type { ClaimLevel, PostDocument, Seo } from "../blog/schema";
import { applyChange } from "./apply-change";
import { mendSeo } from "./mend-seo";
import { SEO_PARTS } from "./schema";
import { listRaises, scorePost } from "./score-post";

const SENTENCES = [
  "A heat pump moves warmth from the cold air outside into the house.",
  "It needs far less power than a heater that burns gas or oil.",
  "The pump works best when the water in the pipes is not too hot.",
  "Old houses may need larger radiators before they gain from it.",
  "A good installer measures each room and explains the result.",
  "Noise matters too, so the unit should stand away from the bedroom.",
];
const LONG =
  "The comprehensive investigation of residential heating installations demonstrates considerable organisational difficulties, which the responsible authorities have repeatedly underestimated, notwithstanding extraordinary international recommendations.";

const paragraph = (seed: number) =>
  Array.from({ length: 5 }, (_, index) => SENTENCES[(seed + index) % SENTENCES.length]).join(" ");

/** A post as the writer makes one, where nothing is left to mend. */
function makeGood(): PostDocument {
  const headings = [
    "What a heat pump does",
    "What it costs to run",
    "Which houses it suits",
    "How to choose an installer",
    "What to expect in winter",
  ];
  const sections = headings.map((heading, index) => ({
    id: `sec-${index + 1}`,
    heading,
    sourceIds: [`S${index + 1}`],
    markdown: `${paragraph(index)} [^S${index + 1}.p1]\n\n${paragraph(index + 2)}${index === 2 ? "\n\n- one\n- two" : ""}`,
  }));
  const seo: Seo = {
    keyword: "heat pump",
    title: "Heat pump basics: cost, noise and comfort",
    titles: ["Heat pump basics: cost, noise and comfort", "Is a heat pump right for you?"],
    description:
      "What a heat pump does, what it costs to run, which houses it suits and how to find an installer who measures every room before selling anything.",
    slug: "heat-pump-basics",
    tags: ["heat pump", "heating", "energy"],
  };
  return {
    ...emptyDocument("Heat pumps"),
    title: "Heat pump basics for home owners",
    sections,
    seo,
    citations: sections.map(({ id }, index) => cite(id, `S${index + 1}`)),
    verdicts: sections.map(({ id }) => judge(id, "supported")),
  };
}

const cite = (sectionId: string, sourceId: string) => ({
  sectionId,
  passageId: `${sourceId}.p1`,
  sourceId,
  title: "T",
  url: `https://example.org/${sourceId}`,
  quote: "Q",
});
const judge = (sectionId: string, level: ClaimLevel) => ({
  sectionId,
  dropped: 0,
  claims: [{ text: "A claim.", passageIds: ["S1.p1"], level, quote: null, reason: null }],
});
const withSeo = (document: PostDocument, part: Partial<Seo>): PostDocument => ({
  ...document,
  seo: document.seo && { ...document.seo, ...part },
});
const mapText = (document: PostDocument, map: (markdown: string) => string): PostDocument => ({
  ...document,
  sections: document.sections.map((section) => ({ ...section, markdown: map(section.markdown) })),
});
const findingOf = (document: PostDocument, id: string) =>
  scorePost(document)
    .parts.flatMap(({ findings }) => findings)
    .find((finding) => finding.id === id);

test("the weights of the five parts add up to 1, and a good post has 100 points", () => {
  const weights = Object.values(SEO_PARTS).map(({ weight }) => weight);
  expect(weights).toEqual([0.2, 0.25, 0.2, 0.2, 0.15]);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1);
  const score = scorePost(makeGood());
  expect(listRaises(score)).toEqual([]);
  expect(score).toMatchObject({ total: 100, language: "en" });
  expect(score.minutes).toBe(Math.round(score.words / 200));
});

/** What can be wrong with a good post, and the finding that says so. */
const FAULTS: Record<string, (good: PostDocument) => PostDocument> = {
  opening: (good) => ({
    ...good,
    sections: good.sections.map((section, index) =>
      index === 0 ? { ...section, markdown: `- point\n\n${section.markdown}` } : section,
    ),
  }),
  written: (good) => ({
    ...good,
    sections: good.sections.map((section, index) =>
      index === 0 ? { ...section, markdown: "" } : section,
    ),
  }),
  sections: (good) => ({ ...good, sections: good.sections.slice(0, 2) }),
  balance: (good) => ({
    ...good,
    sections: good.sections.map((section, index) =>
      index === 1 ? { ...section, markdown: "It costs little to run [^S2.p1]." } : section,
    ),
  }),
  lists: (good) => mapText(good, (markdown) => markdown.replace(/- (one|two)/g, "")),
  keyword: (good) => ({ ...good, seo: null }),
  "keyword-in-title": (good) => withSeo(good, { title: "Warm rooms for little money" }),
  "keyword-in-h1": (good) => ({ ...good, title: "Warm rooms for little money" }),
  "keyword-in-opening": (good) => ({
    ...good,
    sections: good.sections.map((section, index) =>
      index === 0
        ? { ...section, markdown: section.markdown.replaceAll("heat pump", "unit") }
        : section,
    ),
  }),
  "keyword-in-headings": (good) => ({
    ...good,
    sections: good.sections.map((section) => ({
      ...section,
      heading: section.heading.replace("heat pump", "unit"),
    })),
  }),
  "keyword-density": (good) =>
    mapText(good, (markdown) => `${markdown} ${"Heat pump, heat pump. ".repeat(20)}`),
  "keyword-in-description": (good) =>
    withSeo(good, { description: good.seo?.description.replace("heat pump", "warm unit") ?? "" }),
  "description-length": (good) => withSeo(good, { description: "A heat pump." }),
  "keyword-in-slug": (good) => withSeo(good, { slug: "warm-rooms" }),
  tags: (good) => withSeo(good, { tags: [] }),
  "reading-ease": (good) =>
    mapText(
      good,
      () => `${LONG}

${LONG}`,
    ),
  "sentence-length": (good) =>
    mapText(good, (markdown) => markdown.replace(/\. (?=[A-Z])/g, ", and ")),
  "long-sentences": (good) =>
    mapText(good, (markdown) => markdown.replace(/\. (?=[A-Z])/g, ", and ")),
  "long-paragraphs": (good) =>
    mapText(good, (markdown) => `${paragraph(1)} ${paragraph(3)} ${markdown}`),
  claims: (good) => ({
    ...good,
    verdicts: good.verdicts.map(({ sectionId }) => judge(sectionId, "unsure")),
  }),
  "cited-sections": (good) => ({ ...good, citations: good.citations.slice(1) }),
  sources: (good) => ({
    ...good,
    citations: good.citations.map(({ sectionId }) => cite(sectionId, "S1")),
  }),
  length: (good) => mapText(good, (markdown) => markdown.slice(0, 300)),
  paragraphs: (good) => mapText(good, (markdown) => markdown.replaceAll("\n\n", " ")),
  "title-length": (good) => withSeo(good, { title: `Heat pump ${"and so on ".repeat(8)}` }),
  "heading-length": (good) => ({
    ...good,
    sections: good.sections.map((section) => ({
      ...section,
      heading: `${section.heading}: ${"and whatever else belongs to it ".repeat(3)}`,
    })),
  }),
  "twin-headings": (good) => ({
    ...good,
    sections: good.sections.map((section) => ({ ...section, heading: "What a heat pump does" })),
  }),
  "heading-levels": (good) => mapText(good, (markdown) => `${markdown}\n\n##### Deep\n\nWords.`),
};

describe.each(Object.entries(FAULTS))("%s", (id, spoil) => {
  const spoiled = spoil(makeGood());
  test("is found, costs what its mending is said to raise, and comes in the list", () => {
    const score = scorePost(spoiled);
    const found = listRaises(score).find((finding) => finding.id === id);
    expect(found).toMatchObject({ ok: false });
    expect(found?.raise).toBeGreaterThan(0);
    const lost = listRaises(score).reduce((sum, { raise }) => sum + raise, 0);
    expect(score.total + lost).toBeCloseTo(100, -0.3);
    expect(score.total).toBeLessThanOrEqual(99);
  });

  test("its fix by code, if there is one, mends it and raises the total by what was said", () => {
    const before = scorePost(spoiled);
    const fix = findingOf(spoiled, id)?.fix;
    for (const { change } of fix?.options ?? []) {
      const mended = applyChange(spoiled, change);
      const raise = findingOf(spoiled, id)?.raise ?? 0;
      expect(findingOf(mended, id)?.ok ?? true, JSON.stringify(change)).toBe(true);
      if (id !== "keyword")
        expect(scorePost(mended).total).toBeGreaterThanOrEqual(
          Math.floor(before.total + raise - 1),
        );
    }
  });
});

test("everything that code can mend has a fix, and what asks for writing has none", () => {
  const fixed = Object.entries(FAULTS).filter(
    ([id, spoil]) => findingOf(spoil(makeGood()), id)?.fix,
  );
  expect(fixed.map(([id]) => id)).toEqual([
    "keyword",
    "keyword-in-title",
    "keyword-in-h1",
    "keyword-in-headings",
    "keyword-in-description",
    "description-length",
    "keyword-in-slug",
    "tags",
    "title-length",
    "heading-length",
    "heading-levels",
  ]);
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
    { numRuns: 100 },
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
    { numRuns: 50 },
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
    { numRuns: 25 },
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
      mapText(makeGood(), (markdown) => `${markdown} ${"Heat pump talk. ".repeat(times)}`),
    ).parts.find(({ id }) => id === "keywords")?.score ?? 0;
  const scores = [0, 6, 12, 24].map(stuffed);
  expect(scores).toEqual([...scores].sort((one, other) => other - one));
  expect(scores[0]).toBe(100);
  expect(scores.at(-1)).toBeLessThan(85);
});

test("readability of another language is not measured, and the score says so", () => {
  const german = mapText(
    makeGood(),
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
  const huge = mapText(makeGood(), (markdown) => `${markdown}\n\n`.repeat(25));
  expect(scorePost(huge).words).toBeGreaterThan(15_000);
  const hostile = mapText(
    makeGood(),
    () => `${"[".repeat(50_000)} ${"<a".repeat(20_000)} ${"*_`".repeat(20_000)}`,
  );
  expect(scorePost(hostile).total).toBeGreaterThanOrEqual(0);
});
