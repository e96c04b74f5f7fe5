import fc from "fast-check";
import { expect, test } from "vitest";
import { scaled } from "@/tests/world/scale";
import { emptyDocument } from "../blog/apply-event";
import type { PostDocument } from "../blog/schema";
import { hasKeyword } from "./count-keyword";
import { mendSeo } from "./mend-seo";
import type { Seo } from "./schema";
import { SEO_LIMITS, seoFields } from "./schema";

const hostile = fc.constantFrom(
  "<script>alert(1)</script>",
  "<<b>script>alert(1)<</b>/script>",
  "https://evil.example/track?user=1",
  "hthttps://xttps://evil.example",
  "[click](javascript:alert(1))",
  "![pixel](https://evil.example/p.png)",
  "[^S1.p2]",
  "[[S99.p1]]",
  "</title><meta http-equiv=refresh>",
  "\0\u200b\u{e0041}\ud800",
  "日本語のキャッシュ",
  "Größe & <b>Maß</b>",
  "C++",
  "C#",
  ".NET",
  "🧊❄️",
  "***",
  "# ",
  '"',
  "a".repeat(400),
  "word ".repeat(200),
);
const line = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc
    .array(fc.oneof(hostile, fc.lorem({ maxCount: 12 })), { maxLength: 6 })
    .map((all) => all.join(" ")),
  fc.array(hostile, { maxLength: 4 }).map((all) => all.join("")),
);
const proposal = fc.oneof(
  fc.anything(),
  fc.record(
    {
      keyword: line,
      title: line,
      titles: fc.array(fc.oneof(line, fc.constant(7))),
      description: line,
      slug: line,
      tags: fc.array(line),
    },
    { requiredKeys: [] },
  ),
);
const document = fc
  .record({
    title: line,
    sections: fc.array(
      fc.record({
        id: fc.string(),
        heading: line,
        sourceIds: fc.constant<string[]>([]),
        markdown: line,
      }),
      { maxLength: 4 },
    ),
  })
  .map((parts): PostDocument => ({ ...emptyDocument(""), ...parts }));

function expectValid(seo: Seo): void {
  expect(seoFields.safeParse(seo).error).toBeUndefined();
  expect(seo.title.length).toBeLessThanOrEqual(SEO_LIMITS.title);
  expect(seo.titles).toContain(seo.title);
  expect(new Set(seo.titles.map((title) => title.toLowerCase())).size).toBe(5);
  for (const title of seo.titles) {
    expect(title.length).toBeLessThanOrEqual(SEO_LIMITS.title);
    expect(hasKeyword(title, seo.keyword), `${title} / ${seo.keyword}`).toBe(true);
  }
  expect(seo.description.length).toBeGreaterThanOrEqual(120);
  expect(seo.description.length).toBeLessThanOrEqual(160);
  expect(seo.slug.length).toBeLessThanOrEqual(60);
  expect(seo.tags.length).toBeGreaterThanOrEqual(3);
  expect(seo.tags.length).toBeLessThanOrEqual(8);
  expect(new Set(seo.tags.map((tag) => tag.toLowerCase())).size).toBe(seo.tags.length);
  const words = [seo.keyword, ...seo.titles, seo.description, ...seo.tags].join("\n");
  expect(words).not.toMatch(/https?:\/\/|www\.\w|<\/?[a-z!]|\[\^?S\d|[\0\u200b]|\p{Surrogate}/iu);
}

test("whatever is proposed for whatever post, the listing is valid", () => {
  fc.assert(
    fc.property(proposal, document, fc.array(line, { maxLength: 3 }), (given, post, keywords) => {
      expectValid(mendSeo(given, post, { keywords }));
    }),
    { numRuns: scaled(2_000) },
  );
});

test("a slug is free, whichever are taken, and mending twice gives the same", () => {
  const slugs = fc.constantFrom<string>("post", "caching", "caching-2", "caching-3");
  fc.assert(
    fc.property(proposal, document, fc.uniqueArray(slugs), (given, post, taken) => {
      const options = { taken: new Set(taken) };
      const seo = mendSeo(given, post, options);
      expect(options.taken.has(seo.slug)).toBe(false);
      expect(mendSeo(given, post, options)).toEqual(seo);
    }),
    { numRuns: scaled(1_000) },
  );
});

const CACHING: PostDocument = {
  ...emptyDocument("Caching in Next.js"),
  title: "Caching in Next.js: what to decide first",
  sections: [
    {
      id: "sec-1",
      heading: "What caching is about",
      sourceIds: ["S1"],
      markdown:
        "A cache keeps what was **made** once, so that it need not be made again [^S1.p1]. It pays where the same answer is asked for often [^S1.p2].\n\n- It costs memory.",
    },
  ],
};

test("a good proposal is left as it is", () => {
  const seo: Seo = {
    keyword: "caching",
    title: "Caching in Next.js, decided step by step",
    titles: [
      "Caching in Next.js, decided step by step",
      "Caching in Next.js: where to begin",
      "What caching in Next.js costs and saves",
      "Next.js caching explained with sources",
      "A calm guide to caching in Next.js",
    ],
    description:
      "Caching in Next.js saves work where the same answer is asked for often. Read which caches there are, how long each lives, and what to decide first.",
    slug: "caching-in-nextjs",
    tags: ["caching", "Next.js", "performance"],
  };
  expect(mendSeo(seo, CACHING)).toEqual(seo);
});

test("with nothing proposed, the listing is made of the post's own words", () => {
  const seo = mendSeo(undefined, CACHING, { taken: new Set(["caching-in-next-js"]) });
  expect(seo.keyword).toBe("Caching");
  expect(seo.title).toBe("Caching in Next.js: what to decide first");
  expect(seo.description).toMatch(/^A cache keeps what was made once|^Caching in Next.js: A cache/);
  expect(seo.description).not.toContain("S1");
  expect(seo.slug).toBe("caching-in-next-js-what-to-decide-first");
});

test("the user's own keyword wins over a proposed one, which may choose among several", () => {
  const keywords = ["app router", "use cache"];
  expect(mendSeo({ keyword: "speed" }, CACHING, { keywords }).keyword).toBe("app router");
  expect(mendSeo({ keyword: "Use Cache" }, CACHING, { keywords }).keyword).toBe("use cache");
});

test("a long description ends at a sentence where one ends in time, else at a word", () => {
  const sentence =
    "Caching keeps what was made once, and this sentence is just long enough to stand as a description that a search engine shows whole.";
  const first = mendSeo(
    {
      keyword: "caching",
      description: `${sentence} Then comes another one, which is one too many.`,
    },
    CACHING,
  );
  expect(first.description).toBe(sentence);
  const endless = mendSeo(
    { keyword: "caching", description: `Caching ${"goes on and on ".repeat(20)}` },
    CACHING,
  );
  expect(endless.description).toMatch(/ (goes|on|and)…$/);
});
