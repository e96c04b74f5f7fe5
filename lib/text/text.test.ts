import fc from "fast-check";
import { expect, test } from "vitest";
import { capitalize } from "./capitalize";
import { countMinutes, countWords, firstWords } from "./count-words";
import { cutAtWord } from "./cut-at-word";
import { cutFromEnd, cutText } from "./cut-text";
import { detectLanguage } from "./detect-language";
import { makeSlug } from "./make-slug";
import { listSentences, splitSentences } from "./split-sentences";
import { directionOf, mainDirection } from "./text-direction";

test.each([
  ["Two words, well-known ones — 3.5 of “them”!", 6],
  ["缓存失效为什么很难", 5],
  ["キャッシュの無効化は難しい。", 6],
  ["한국어 제목으로 쓰는 글", 4],
  ["ในบทความนี้เราจะพูดถึงปั๊มความร้อน", 9],
  ["React入門の2章", 5],
  ["… — !", 0],
  ["", 0],
])("words are what a dictionary calls so, where a script has no spaces: %s", (text, words) => {
  expect(Math.abs(countWords(text) - words)).toBeLessThanOrEqual(1);
});

test("a text takes at least a minute to read, and its beginning ends behind a word", () => {
  expect([0, 1, 299, 301, 2_000].map(countMinutes)).toEqual([0, 1, 1, 2, 10]);
  expect(firstWords("one two-three four", 2)).toBe("one two-three");
  expect(countWords(firstWords("缓存失效为什么很难".repeat(40), 30))).toBe(30);
});

test.each([
  ["寒冷地の暖房", "寒冷地の暖房"],
  ["缓存失效为什么难？", "缓存失效为什么难"],
  ["한국어 제목", "한국어-제목"],
  ["कैशिंग गाइड", "कैशिंग-गाइड"],
  ["ไทย", "ไทย"],
  ["Кэш: что это?", "кэш-что-это"],
  ["Größe & naïveté", "groesse-and-naivete"],
  ["C++ vs C#: which to learn", "cpp-vs-c-sharp-which-to-learn"],
  ["JavaScript vs TypeScript on WordPress", "javascript-vs-typescript-on-wordpress"],
  ["React入門", "react入門"],
  ["🚀", ""],
])("a slug has the title's own letters: %s", (title, slug) => {
  expect(makeSlug(title, 60)).toBe(slug);
});

test("a slug is short, whatever it is made of, and made of a slug it is the same", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (title) => {
      const slug = makeSlug(title, 60);
      expect(slug.length).toBeLessThanOrEqual(60);
      expect(slug).toMatch(/^([\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*)?$/u);
    }),
  );
});

test.each([
  ["javaScript", "javaScript"],
  ["iPhone repairs", "iPhone repairs"],
  ["heat pumps in NYC", "Heat pumps in NYC"],
  ["ßeta", "ßeta"],
  ["寒冷地", "寒冷地"],
])("a name keeps its capitals: %s", (text, capital) => {
  expect(capitalize(text)).toBe(capital);
});

const FAMILY = "👩‍👩‍👧";
test("no cut goes through what is read as one character, and none is longer than asked for", () => {
  expect(cutText(`ab${FAMILY}`, 5)).toBe("ab");
  expect(cutText("a🇩🇪🇫🇷", 6)).toBe("a🇩🇪");
  expect(cutText("cafe\u0301s", 4)).toBe("caf");
  expect(cutFromEnd(`${FAMILY}ab`, 5)).toBe("ab");
  expect(cutAtWord(`one two ${FAMILY}${FAMILY}`, 11)).toBe("one two");
  const characters = new Intl.Segmenter("en", { granularity: "grapheme" });
  const ends = (text: string) => [...characters.segment(text)].map(({ index }) => index);
  const text = fc.array(fc.constantFrom(FAMILY, "a", "e\u0301", "🇩🇪", "👍🏽", "नि", " "), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(text, fc.nat({ max: 100 }), (parts, max) => {
      const whole = parts.join("");
      const [head, tail] = [cutText(whole, max), cutFromEnd(whole, max)];
      expect(Math.max(head.length, tail.length)).toBeLessThanOrEqual(max);
      const starts = [...ends(whole), whole.length];
      expect(starts).toContain(head.length);
      expect(starts).toContain(whole.length - tail.length);
    }),
  );
});

test.each([
  ["Heat pumps work in cold climates, and this is an article about them.", "en"],
  ["這是關於快取失效為什麼很難的文章", "zh-Hant"],
  ["这是关于缓存失效为什么很难的文章", "zh"],
  ["キャッシュの無効化は難しい。この記事で説明します。", "ja"],
  ["Đây là bài viết về máy bơm nhiệt ở vùng khí hậu lạnh", "vi"],
  ["Це стаття про теплові насоси в холодному кліматі та як", "uk"],
  ["این مقاله درباره پمپ های حرارتی در آب و هوای سرد است", "fa"],
  ["הכתבה הזאת עוסקת במשאבות חום באקלים קר ובמחירן", "he"],
  ["too short", null],
])("the language is told as a page names it: %s", (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});

test("a paragraph runs as its first letter, a whole text as most of its letters", () => {
  expect(directionOf("“1. שלום world")).toBe("rtl");
  expect(directionOf("React هو إطار")).toBe("ltr");
  expect(directionOf("1, 2 …")).toBeUndefined();
  expect(mainDirection("React هو إطار عمل لواجهات المستخدم")).toBe("rtl");
  expect(mainDirection("")).toBe("ltr");
});

test("sentences add up to their text, however long it is", () => {
  expect(splitSentences("See e.g. Dr. Smith. 文です。次です！ Am 3. März war es.\nEnd")).toEqual([
    "See e.g. Dr. Smith.",
    "文です。",
    "次です！",
    "Am 3. März war es.",
    "End",
  ]);
  const pieces = fc.array(
    fc.constantFrom("One. ", "“Two? Three.” ", "四。", "x".repeat(300), "\n"),
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join("");
      const sentences = listSentences(text);
      expect(sentences.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
    }),
  );
});
