import fc from "fast-check";
import { emptyDocument } from "@/lib/blog/apply-event";
import type { Citation, Post, PostDocument, Source } from "@/lib/blog/schema";

/** Words that look like markup of some kind, or are in a script of their own. */
export const HOSTILE = [
  "# no heading",
  "<script>alert(1)</script>",
  "</title><img src=x onerror=alert(1)>",
  "[link](https://evil.example)",
  "[^1]: a note",
  "[^9]",
  "![image](https://evil.example/x.png)",
  "https://evil.example/raw and www.evil.example",
  "mail@evil.example",
  "*stars* and _lines_ and ~~waves~~ and `code`",
  "a | b | c",
  "1. no list",
  "- no list",
  "> no quote",
  "---",
  "&amp; &lt;b&gt; &copy;",
  "back\\slash and \\[",
  'say "this" & <that>',
  "[gallery ids=1] {{helper}} {% tag %} $x$",
  "キャッシュの無効化は難しい",
  "هذا عنوان عربي",
  "Größe, naïveté & œuvre",
  "emoji 👩‍👩‍👧 here",
  "control \u0007\u000b\u001f characters",
  "two\nlines",
  "   spaces   around   ",
];

const phrase = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.constantFrom("Heat pumps", "Cold climates", "A plain title", "Caching in Next.js"),
  fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" }),
);
/** A line that somebody can see. */
const visible = phrase.filter((text) => /[\p{L}\p{N}]/u.test(text));

const IDS = ["S1.p1", "S1.p2", "S2.p1", "S3.p4"];
const mark = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...IDS).map((id) => `[^${id}]`) },
  { weight: 1, arbitrary: fc.constant("[^S9.p9]") },
);
const word = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom("heat", "pumps", "work", "40 %", "寒冷地", "Größe", "(often)"),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("**bold**", "*soft*", "`co|de`", "~~gone~~", "**a *b* c**"),
  },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 2, arbitrary: mark },
);
const sentence = fc
  .array(word, { minLength: 1, maxLength: 8 })
  .chain((words) => fc.constantFrom(" ", " ", "").map((gap) => `${words.join(gap)}.`));
const oneLine = sentence.map((text) => text.replace(/\n/g, " "));
const block = fc.oneof(
  { weight: 4, arbitrary: sentence },
  {
    weight: 1,
    arbitrary: fc
      .array(oneLine, { minLength: 1, maxLength: 3 })
      .map((all) => all.map((one) => `- ${one}`).join("\n")),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(oneLine, { minLength: 1, maxLength: 3 })
      .map((all) => all.map((one, at) => `${at + 3}. ${one}\n   - [x] ${one}`).join("\n")),
  },
  { weight: 1, arbitrary: oneLine.map((one) => `> ${one}\n>\n> ${one}`) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(oneLine, oneLine)
      .map(
        ([one, two]) =>
          `| a | b |\n| :-- | --: |\n| ${one.replaceAll("|", "\\|")} | ${two.replaceAll("|", "\\|")} |`,
      ),
  },
  {
    weight: 1,
    arbitrary: oneLine.map(
      (one) => `\`\`\`ts ${one.replaceAll("`", "")}\nconst a = 1; // [^S1.p1]\n\n\`\`\``,
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 6 }), oneLine)
      .map(([depth, one]) => `${"#".repeat(depth)} ${one}`),
  },
  {
    weight: 1,
    arbitrary: mark.map(
      (one) =>
        `[words ${one}](https://evil.example/${one}) <b title="${one}">x</b> ![${one}](x) \\${one}`,
    ),
  },
  {
    weight: 1,
    arbitrary: mark.map((one) => `${one}: this defines nothing\n\n[^own]: a note ${one} by hand`),
  },
  {
    weight: 1,
    arbitrary: mark.map((one) => `<div>${one}</div>\n\n---\n\n[ref]: https://evil.example/${one}`),
  },
);

const url = fc.constantFrom(
  "https://example.org/a",
  "https://example.org/path?a=1&b=(2)&c=[3]#x",
  'https://xn--bcher-kva.example/%E6%97%A5%E6%9C%AC_"quoted"',
  "http://example.org/a_b_*c*",
  null,
);

/** A finished post with hostile texts in every place, whose citations say what was cited. */
export const anyPost: fc.Arbitrary<Post> = fc
  .record({
    title: visible,
    seo: fc.option(
      fc.record({ title: phrase, description: phrase, slug: phrase, keyword: phrase }),
    ),
    sections: fc.array(
      fc.record({ heading: visible, blocks: fc.array(block, { minLength: 1, maxLength: 5 }) }),
      { minLength: 1, maxLength: 4 },
    ),
    passages: fc.tuple(...IDS.map(() => fc.record({ title: visible, url, quote: visible }))),
  })
  .map(({ title, seo, sections, passages }) => {
    const written = sections.map(({ heading, blocks }, index) => ({
      id: `sec-${index + 1}`,
      heading,
      sourceIds: ["S1"],
      markdown: blocks.join("\n\n"),
    }));
    const cited = written.flatMap(({ id, markdown }) =>
      IDS.flatMap((passageId, index): Citation[] => {
        const found = passages[index];
        if (!found || !markdown.includes(`[^${passageId}]`)) return [];
        return [{ sectionId: id, passageId, sourceId: passageId.replace(/\..*/, ""), ...found }];
      }),
    );
    const sources: Source[] = [{ id: "S1", url: null, title: "S1", publishedAt: null }];
    const own = seo ? { ...seo, titles: [seo.title], tags: ["heat", "cold"] } : null;
    return buildPost({ title, sections: written, citations: cited, sources, seo: own });
  });

/** A ready post with the given parts of its document. */
export function buildPost(document: Partial<PostDocument>): Post {
  const at = "2026-05-04T08:00:00.000Z";
  return {
    id: "0b9f3a52-6f0e-4f3c-9a53-5d2a1c0e7b11",
    topic: "Heat pumps",
    status: "ready",
    document: { ...emptyDocument("Heat pumps"), ...document },
    wait: null,
    lastEventId: 9,
    version: 1,
    ...{ createdAt: at, updatedAt: at, finishedAt: at },
  };
}
