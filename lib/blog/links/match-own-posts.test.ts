import fc from "fast-check";
import { expect, test } from "vitest";
import { matchOwnPosts, type OwnPost } from "./match-own-posts";

const post = (title: string, text: string, subjects: string[] = []): OwnPost => ({
  postId: title,
  title,
  url: `https://me.example/${encodeURIComponent(title)}`,
  subjects,
  paragraphs: [text],
});
const CACHE = post(
  "How tags revalidate a cache",
  "A tag names cached pages, and revalidating the tag renders all of them again on demand.",
);
const BREAD = post(
  "Sourdough for beginners",
  "A starter of flour and water rises for a week before the first loaf is baked in the oven.",
);
const SECTION =
  "Some words lead in. Cached pages can be revalidated by their tags [^S1.p1]. Others wait for a while.";

test("a post is offered behind the sentence it fits, with words of its own, and another is not", () => {
  expect(matchOwnPosts(SECTION, [BREAD, CACHE])).toEqual([
    {
      postId: CACHE.title,
      title: CACHE.title,
      url: CACHE.url,
      sentence: "Cached pages can be revalidated by their tags.",
      start: 20,
      end: 75,
      passage: CACHE.paragraphs[0],
    },
  ]);
});

test("the best fit comes first, at most five, each post once", () => {
  const many = Array.from({ length: 9 }, (_, index) =>
    post(`Cached pages, part ${index}`, `${CACHE.paragraphs[0]} Part ${index} of a long series.`),
  );
  const found = matchOwnPosts(SECTION, [...many, CACHE, BREAD]);
  expect(found).toHaveLength(5);
  expect(found[0]?.postId).toBe(CACHE.title);
  expect(new Set(found.map(({ postId }) => postId)).size).toBe(5);
});

test("common words, headings and code alone fit nothing", () => {
  for (const markdown of [
    "There would have been others with more of these than those about which we know.",
    "### Cached pages are revalidated by tags",
    "```\ncached pages revalidated by tags\n```",
    "Tags.",
    "",
  ])
    expect(matchOwnPosts(markdown, [CACHE, BREAD]), markdown).toEqual([]);
  expect(matchOwnPosts(SECTION, [])).toEqual([]);
  expect(matchOwnPosts(SECTION, [post("Cached pages and tags", "Short.")])).toEqual([]);
});

test("Chinese is matched by neighbouring signs", () => {
  const chinese = post(
    "缓存标签的重新验证",
    "标签为缓存的页面命名，重新验证标签会再次渲染所有这些页面，非常方便。".repeat(2),
  );
  expect(matchOwnPosts("页面的缓存可以通过标签重新验证。", [chinese, BREAD])).toMatchObject([
    { postId: chinese.title },
  ]);
});

test("whatever the texts, a match names a sentence of the section and words of the post", () => {
  const word = fc.constantFrom(
    "cache",
    "pages",
    "tags",
    "revalidate",
    "Größe",
    "日本",
    ".",
    "|",
    "\n\n",
    "[^S1.p1]",
  );
  const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 4 }), (markdown, texts) => {
      const posts = texts.map((one, index) => post(`Cached tags ${index}`, one));
      for (const { start, end, passage, postId } of matchOwnPosts(markdown, posts)) {
        expect(markdown.slice(start, end).trim()).not.toBe("");
        expect(posts.find((one) => one.postId === postId)).toBeDefined();
        expect(passage.length).toBeGreaterThanOrEqual(40);
      }
    }),
  );
});
