import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyDocument } from "../blog/apply-event";
import { saveEditBody } from "../blog/edit/schema";
import type { PostDocument } from "../blog/schema";
import { describeMetadata } from "./describe-metadata";
import { seoFields } from "./schema";
import { writeHead } from "./write-head";

const cite = (passageId: string, title: string, url: string | null) => ({
  sectionId: "sec-1",
  passageId,
  sourceId: passageId.split(".")[0] ?? "",
  title,
  url,
  quote: "Q",
});
const POST: PostDocument = {
  ...emptyDocument("Caching"),
  title: "Caching in Next.js, from the start",
  sources: [{ id: "S2", url: "https://nextjs.org/docs", title: "Docs", publishedAt: "2026-01-02" }],
  sections: [
    {
      id: "sec-1",
      heading: "What it is about",
      sourceIds: ["S1", "S2"],
      markdown: "A cache keeps what was made once [^S2.p1]. It costs memory to do so [^S1.p4].",
    },
  ],
  citations: [
    cite("S1.p4", "My notes", null),
    cite("S2.p1", "Docs", "https://nextjs.org/docs"),
    cite("S3.p1", "Nobody cites this", "https://example.org"),
  ],
  seo: {
    keyword: "caching",
    title: "Caching, “explained” & <measured>",
    titles: [],
    description: "What caching is.",
    slug: "caching",
    tags: ["caching", "Next.js"],
  },
};

test("a post is described as a BlogPosting with its sources in reading order", () => {
  const { jsonLd, openGraph, twitter } = describeMetadata(POST, {
    publishedAt: "2026-03-01T10:00:00.000Z",
  });
  expect(jsonLd).toMatchObject({
    "@context": "https://schema.org",
    "@type": "BlogPosting",
    headline: "Caching in Next.js, from the start",
    description: "What caching is.",
    wordCount: 13,
    timeRequired: "PT1M",
    inLanguage: "en",
    keywords: ["caching", "Next.js"],
    datePublished: "2026-03-01T10:00:00.000Z",
    dateModified: "2026-03-01T10:00:00.000Z",
    citation: [
      {
        "@type": "CreativeWork",
        name: "Docs",
        url: "https://nextjs.org/docs",
        datePublished: "2026-01-02",
      },
      { "@type": "CreativeWork", name: "My notes" },
    ],
  });
  expect(JSON.stringify([openGraph, twitter])).not.toMatch(/canonical|og:url/);
  expect(openGraph).toContainEqual({ property: "og:type", content: "article" });
  expect(openGraph).toContainEqual({ property: "article:tag", content: "Next.js" });
  expect(twitter).toContainEqual({ name: "twitter:card", content: "summary" });
});

test("what only its author knows stands in every kind of tag: the original's address and the picture", () => {
  const canonical = "https://example.org/original?a=1&b=2";
  const picture = { url: "https://example.org/heat.jpg", alt: "A pump & snow" };
  const seo = { ...(POST.seo ?? expect.unreachable()), canonical, picture };
  const metadata = describeMetadata({ ...POST, seo }, { address: "https://site.example/caching" });
  expect(metadata.jsonLd).toMatchObject({
    ...{ url: canonical, mainEntityOfPage: canonical },
    image: { "@type": "ImageObject", url: picture.url, caption: picture.alt },
  });
  const head = writeHead(metadata);
  for (const line of [
    '<link rel="canonical" href="https://example.org/original?a=1&amp;b=2">',
    '<meta property="og:url" content="https://example.org/original?a=1&amp;b=2">',
    '<meta property="og:image" content="https://example.org/heat.jpg">',
    '<meta property="og:image:alt" content="A pump &amp; snow">',
    '<meta name="twitter:card" content="summary_large_image">',
    '<meta name="twitter:image" content="https://example.org/heat.jpg">',
    '<meta name="twitter:image:alt" content="A pump &amp; snow">',
  ])
    expect(head.split("\n")).toContain(line);
  const live = describeMetadata(POST, { address: "https://site.example/caching" });
  expect(writeHead(live)).toContain('<link rel="canonical" href="https://site.example/caching">');
  expect(writeHead(live)).not.toContain("image");
});

test.each([
  ["https://example.org/a.jpg", true],
  ["https://münchen.example/straße", true],
  ["http://example.org/a.jpg", false],
  ["https://localhost/a.jpg", false],
  ["https://me:secret@example.org/", false],
  ["javascript:alert(1)", false],
  ["data:image/png;base64,AAAA", false],
  ["//example.org/a.jpg", false],
  ["example.org/a.jpg", false],
  ["", false],
])("an address of the author's own is a whole one of the secure web: %s", (url, taken) => {
  const seo = { keyword: "k", title: "T", titles: [], description: "D", slug: "s", tags: [] };
  expect(seoFields.safeParse({ ...seo, canonical: url }).success).toBe(taken);
  expect(
    saveEditBody.safeParse({ version: 1, seo: { ...seo, picture: { url, alt: "" } } }).success,
  ).toBe(taken);
});

test("a post without a listing is described by its own words, and one without a date says none", () => {
  const { title, jsonLd } = describeMetadata({ ...POST, seo: null });
  expect(title).toBe("Caching in Next.js, from the start");
  expect(jsonLd).not.toHaveProperty("datePublished");
});

test("no text of a post can leave its tag or its script", () => {
  const hostile = fc.oneof(
    fc.constantFrom(
      "</script><script>alert(1)</script>",
      '"><img src=x onerror=alert(1)>',
      "<!--",
      "\u2028",
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(hostile, hostile, hostile, (title, description, name) => {
      const seo = {
        ...POST.seo,
        keyword: "k",
        titles: [],
        slug: "s",
        title,
        description,
        tags: [name],
      };
      const citations = [cite("S2.p1", name, "https://nextjs.org/docs")];
      const metadata = describeMetadata({ ...POST, title, seo, citations });
      const lines = writeHead(metadata);
      expect(lines.match(/<\/script>/g)).toHaveLength(1);
      expect(lines.match(/<[a-z!/]/gi)).toHaveLength(
        5 + metadata.openGraph.length + metadata.twitter.length,
      );
      const json = /<script type="application\/ld\+json">\n([\s\S]*)\n<\/script>$/.exec(lines)?.[1];
      expect(JSON.parse(json ?? "")).toEqual(JSON.parse(JSON.stringify(metadata.jsonLd)));
    }),
  );
});
