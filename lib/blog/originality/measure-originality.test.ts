import fc from "fast-check";
import { expect, test } from "vitest";
import type { Library } from "../run";
import { measureOriginality, type OtherPost } from "./measure-originality";

const SENTENCE =
  "The cache of a route holds every page that was rendered since the last deployment of the site.";
const library = (...texts: string[]): Library => ({
  sources: texts.map((_, index) => {
    const url = `https://example.org/${index + 1}`;
    return { id: `S${index + 1}`, url, title: `Source ${index + 1}`, publishedAt: null };
  }),
  passages: texts.map((text, index) => {
    return { id: `S${index + 1}.p1`, sourceId: `S${index + 1}`, text };
  }),
});
const measure = (markdown: string, known = library(SENTENCE), others: OtherPost[] = []) =>
  measureOriginality(markdown, known, others);

test("a copied sentence is found with its source, its place and its share", () => {
  const markdown = `Something of my own comes first. ${SENTENCE} And my own last words.`;
  const found = measure(markdown);
  expect(found).toMatchObject({ words: 29, copiedWords: 18, shared: [] });
  expect(found.copied).toEqual([
    {
      text: SENTENCE.slice(0, -1),
      words: 18,
      start: 33,
      end: 33 + SENTENCE.length - 1,
      passageId: "S1.p1",
      title: "Source 1",
      url: "https://example.org/1",
    },
  ]);
});

test("case, punctuation, emphasis, marks, apostrophes and forms of Unicode hide nothing", () => {
  const source =
    "It’s the café’s naïve cache – which holds “every” page, since the first deployment";
  for (const markdown of [
    source.toUpperCase(),
    source.normalize("NFD"),
    "its the cafe\u0301s naïve cache which holds every page since the first deployment",
    "It's the **café's** naïve `cache` [^S1.p1] which holds *every* page; since the first deployment.",
    "It’s the café’s na\u00ADïve ca\u200Bche which\nholds every ｐａｇｅ since the first deployment",
    `- ${source}`,
    `> ${source}`,
  ])
    expect(measure(markdown, library(source)).copiedWords, markdown).toBe(13);
});

test("seven words in a row are nobody's, eight are copied", () => {
  const words = SENTENCE.split(" ");
  const seven = `My own words: ${words.slice(0, 7).join(" ")} or so.`;
  const eight = `My own words: ${words.slice(0, 8).join(" ")} or so.`;
  expect(measure(seven).copied).toEqual([]);
  expect(measure(eight).copied.map((run) => run.words)).toEqual([8]);
});

test("a quotation is let pass when it carries a citation, and not when it does not", () => {
  const bare = SENTENCE.slice(0, -1);
  for (const markdown of [
    `The documentation says “${bare}” [^S1.p1].`,
    `The documentation says "${bare}." [^S1.p1]`,
    `Die Anleitung sagt: „${bare}“ [^S1.p1].`,
    `La page dit « ${bare} » [^S1.p1].`,
    `> ${SENTENCE} [^S1.p1]`,
  ])
    expect(measure(markdown).copied, markdown).toEqual([]);
  expect(measure(`The documentation says “${bare}”.`).copiedWords).toBe(18);
  expect(measure(`> ${SENTENCE}`).copiedWords).toBe(18);
  expect(measure(`“${bare}” [^S1.p1]. Later: ${SENTENCE}`).copiedWords).toBe(18);
});

test("Chinese and Japanese, which part no words, count sixteen signs as eight words", () => {
  const source = "缓存会保存网站自上次部署以来渲染的每一个页面，并且不会过期。";
  expect(measure(`我们说：${source.slice(0, 16)}了。`, library(source)).copied).toHaveLength(1);
  expect(measure(`我们说：${source.slice(0, 12)}了。`, library(source)).copied).toEqual([]);
  const whole = measure(source, library(source));
  expect([whole.words, whole.copiedWords]).toEqual([14, 14]);
});

test("of two sources that say the same the cited one is named, and a longer run before a shorter", () => {
  const both = library(SENTENCE, SENTENCE);
  expect(measure(`${SENTENCE} Mine [^S2.p1].`, both).copied[0]?.passageId).toBe("S2.p1");
  const short = SENTENCE.split(" ").slice(0, 9).join(" ");
  expect(measure(SENTENCE, library(short, SENTENCE)).copied).toMatchObject([
    { passageId: "S2.p1", words: 18 },
  ]);
});

test("a run goes on from one passage of a source to the next", () => {
  const [one, other] = [SENTENCE.slice(0, 38), SENTENCE.slice(38)];
  const known = library(one);
  known.passages.push({ id: "S1.p2", sourceId: "S1", text: other });
  expect(measure(SENTENCE, known).copied).toMatchObject([{ words: 18, passageId: "S1.p1" }]);
});

test("headings and code blocks are not looked at", () => {
  const markdown = `### ${SENTENCE}\n\n\`\`\`\n${SENTENCE}\n\`\`\`\n\nMine.`;
  expect(measure(markdown)).toMatchObject({ words: 1, copied: [] });
});

test("a sentence of another post is named with its post, a short or quoted one is not", () => {
  const others = [
    { id: "one", title: "First post", text: "Nothing of it." },
    { id: "two", title: "Second post", text: `Before. ${SENTENCE.toLowerCase()} See there.` },
  ];
  const none = library();
  const found = measure(`Mine. ${SENTENCE} See there.`, none, others);
  expect(found.shared).toEqual([{ text: SENTENCE, postId: "two", title: "Second post" }]);
  const quoted = `I wrote “${SENTENCE.slice(0, -1)}” [^S1.p1].`;
  expect(measure(quoted, none, others).shared).toEqual([]);
});

test("a sentence that two posts have from one source is named with its source alone", () => {
  const others = [{ id: "one", title: "One", text: SENTENCE }];
  expect(measure(SENTENCE, library(SENTENCE), others)).toMatchObject({
    copied: [{ words: 18 }],
    shared: [],
  });
});

test("empty texts have nothing copied", () => {
  for (const markdown of ["", " \n", "…", "[^S1.p1]", "```\n"])
    expect(measure(markdown), markdown).toMatchObject({ copiedWords: 0, copied: [], shared: [] });
  expect(measure(SENTENCE, library(""))).toMatchObject({ words: 18, copied: [] });
});

const word = fc.constantFrom("cache", "Größe", "page", "日", "42", "the", "e\u0301t\u00e9");
const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(" "));

test("whatever is compared: runs stand in order, never overlap, are as long as they say, and are really there", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), text, text, (sources, one, other) => {
      const markdown = `${one}. ${sources[0] ?? ""} ${other}`;
      const { copied, words, copiedWords } = measure(markdown, library(...sources));
      expect(copiedWords).toBeLessThanOrEqual(words + copied.length);
      let from = 0;
      for (const { start, end, passageId, text: run } of copied) {
        expect(start).toBeGreaterThanOrEqual(from);
        from = end;
        const source = sources[Number(passageId.slice(1, -3)) - 1] ?? "";
        const plain = (value: string) => value.normalize("NFKC").toLowerCase();
        expect(plain(source)).toContain(plain(run).replace(/[.]/g, ""));
      }
    }),
  );
});

test("sixty thousand characters that repeat themselves are compared in a moment", () => {
  const long = "the cache ".repeat(6_000);
  const others = [{ id: "one", title: "One", text: long }];
  const found = measure(long, library(long, `${long}x`, SENTENCE.repeat(400)), others);
  expect(found).toMatchObject({ words: 12_000 });
  expect(found.copied.length).toBeLessThanOrEqual(40);
  const signs = "缓存会".repeat(20_000);
  expect(measure(signs, library(signs)).words).toBeGreaterThan(29_000);
});
