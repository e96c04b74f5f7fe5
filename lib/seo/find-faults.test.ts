import { describe, expect, test } from "vitest";
import {
  cite,
  judge,
  LONG,
  makeGoodPost,
  mapText,
  paragraph,
  withSeo,
} from "@/tests/world/posts/sample-post";
import type { PostDocument } from "../blog/schema";
import { applyChange } from "./apply-change";
import { listRaises, scorePost } from "./score-post";

const findingOf = (document: PostDocument, id: string) =>
  scorePost(document)
    .parts.flatMap(({ findings }) => findings)
    .find((finding) => finding.id === id);

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
  const spoiled = spoil(makeGoodPost());
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
    ([id, spoil]) => findingOf(spoil(makeGoodPost()), id)?.fix,
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
