import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import mammoth from "mammoth";
import { expect, test } from "vitest";
import { anyPost, buildPost, HOSTILE } from "@/tests/world/posts/any-post";
import {
  type ReadBack,
  readDocxBack,
  readHtmlBack,
  readMarkdownBack,
} from "@/tests/world/posts/read-exports";
import { scaled } from "@/tests/world/scale";
import type { Post } from "../blog/schema";
import { listLinks } from "../markdown/list-links";
import { addQuotationMarks } from "../text/add-quotation-marks";
import { plainLine } from "../text/plain-line";
import { languageOf } from "./language-of";
import { listFootnotes } from "./list-footnotes";
import { nameFile } from "./name-file";
import { getExporter } from "./registry";
import type { ExportFormat } from "./schema";

const READERS = {
  md: async (post) => readMarkdownBack(String(await write(post, "md"))),
  html: async (post) => readHtmlBack(String(await write(post, "html"))),
  docx: async (post) => readDocxBack(Buffer.from(await write(post, "docx"))),
} satisfies Partial<Record<ExportFormat, (post: Post) => Promise<ReadBack>>>;

async function write(post: Post, format: ExportFormat) {
  return getExporter(format).write(post, "whole");
}

/** What has to be found again in each format, or a word on what is missing. */
function expectKept(read: ReadBack, post: Post): void {
  const footnotes = listFootnotes(post.document);
  const { language } = languageOf(post.document);
  expect(read.title).toBe(plainLine(post.document.title));
  expect(read.headings).toEqual(post.document.sections.map(({ heading }) => plainLine(heading)));
  expect(read.marks).toEqual(footnotes.map(({ number }) => number));
  const notes = footnotes.map(({ number, title, url, quotes }) => {
    const text = [title, ...quotes.map((quote) => addQuotationMarks(quote, language))].join(" — ");
    const spaced = text.replace(/\s+/g, " ");
    return { number, url: url === null ? null : new URL(url).href, text: spaced };
  });
  const found = read.notes.map((note) => ({ ...note, url: note.url && new URL(note.url).href }));
  expect(found).toEqual(notes);
  expect(read.foreign).toEqual([]);
}

test.for([
  { format: "md" as const, runs: 1_000 },
  { format: "html" as const, runs: 1_000 },
  { format: "docx" as const, runs: 150 },
])(
  "$format read back has every heading, mark and source, and nothing that was only text as markup",
  async ({ format, runs }) => {
    const property = fc.asyncProperty(anyPost, async (post) =>
      expectKept(await READERS[format](post), post),
    );
    await fc.assert(property, { numRuns: scaled(runs) });
  },
);

const EXAMPLE = buildPost({
  title: "Heat pumps & *cold* <climates>",
  sections: [
    {
      id: "sec-1",
      heading: "# 1. What [holds]",
      sourceIds: ["S1"],
      markdown:
        "They work [^S1.p1], often **well** [^S9.p9]. [Read](https://evil.example) on\nand on [^S1.p2][^S1.p1].\n\n" +
        "3. three [^S2.p1]\n   - [x] done\n\n| a | b |\n| - | -: |\n| 1 | `x` |\n\n```ts\nconst a = 1;\n```",
    },
    {
      id: "sec-2",
      heading: "寒冷地の暖房",
      sourceIds: [],
      markdown: "## Too high\n\n> 暖かい[^S1.p2]。",
    },
  ],
  citations: [
    { passageId: "S1.p1", quote: "They work at −25 °C." },
    { passageId: "S1.p2", quote: 'The [test] said "yes".' },
    { passageId: "S2.p1", quote: "My own note.", title: "Notes", url: null, sourceId: "S2" },
  ].map((own) => ({
    ...{
      sectionId: "sec-1",
      sourceId: "S1",
      title: "Field [test]",
      url: "https://example.org/a_b",
    },
    ...own,
  })),
});

test("Markdown has one title, escaped words, and footnotes with title, address and quote", async () => {
  expect(await write(EXAMPLE, "md")).toBe(`# Heat pumps & \\*cold\\* \\<climates>

## # 1. What [holds]

They work,[^1] often **well**. Read on and on.[^2][^1]

3. three[^3]
   - [x] done

| a | b |
| - | -: |
| 1 | \`x\` |

\`\`\`ts
const a = 1;
\`\`\`

## 寒冷地の暖房

### Too high

> 暖かい[^2]。

[^1]: [Field \\[test\\]](https://example.org/a_b) — “They work at −25 °C.”

[^2]: [Field \\[test\\]](https://example.org/a_b) — “The [test] said "yes".”

[^3]: Notes — “My own note.”
`);
});

test("the body for a site's own editor has neither title nor frame", async () => {
  const html = String(await getExporter("html").write(EXAMPLE, "body"));
  expect(html).toMatch(/^<h2># 1\. What \[holds\]<\/h2>\n<p>They work,<sup>/);
  expect(html).not.toMatch(/<h1|<html|evil/);
  const markdown = String(await getExporter("md").write(EXAMPLE, "body"));
  expect(markdown).toMatch(/^## # 1\. What/);
});

test("links of the author stay in every form, with the marks of sources behind them", async () => {
  const url = "https://example.org/guide_(a)?b=1&c=2";
  const markdown = `Read [the *guide* [^S1.p1]](<${url}>) and [another](https://evil.example).`;
  const sections = [{ id: "sec-1", heading: "One", sourceIds: [], markdown }];
  const { citations } = EXAMPLE.document;
  const post = buildPost({ sections, citations, links: [url] });
  const [md, html, docx] = await Promise.all(
    (["md", "html", "docx"] as const).map((format) => getExporter(format).write(post, "whole")),
  );
  expect(String(md)).toMatch(/Read \[the \*guide\*\]\(\S+\)\[\^1\] and another\./);
  expect(listLinks(String(md))[0]).toBe(url);
  expect(String(html)).toMatch(
    /<a href="https:[^"]*guide_\(a\)[^"]*">the <em>guide<\/em><\/a><sup>/,
  );
  expect(`${md}${html}`).not.toContain("evil");
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(docx ?? "") });
  expect(value).toMatch(/<a href="https:[^"]*guide_\(a\)[^"]*">the <em>guide<\/em><\/a>/);
});

test("Word keeps lists, tables, code and emphasis", async () => {
  const { value } = await mammoth.convertToHtml({
    buffer: Buffer.from(await write(EXAMPLE, "docx")),
  });
  expect(value).toContain("<strong>well</strong>");
  expect(value).toMatch(
    /<ol><li>three<a id="source-3"><\/a><sup>.*<\/sup><ul><li>☑ done<\/li><\/ul><\/li><\/ol>/,
  );
  expect(value).toMatch(/<td><p>1<\/p><\/td><td><p>x<\/p><\/td>/);
  expect(value).toContain("const a = 1;");
  expect(value).toContain("<h3>Too high</h3>");
});

test("in Word a second paragraph of an item is of the list, and a quotation in it is one", async () => {
  const markdown = "1. first\n\n   second\n\n   > said\n2. next";
  const sections = [{ id: "sec-1", heading: "One", sourceIds: [], markdown }];
  const buffer = Buffer.from(await write(buildPost({ sections }), "docx"));
  const styleMap = [
    "p[style-name='List Paragraph'] => p.item:fresh",
    "p[style-name='Quote'] => blockquote > p:fresh",
  ];
  const { value } = await mammoth.convertToHtml({ buffer }, { styleMap });
  expect(value).toContain('<p class="item">second</p><blockquote><p>said</p></blockquote>');
});

test("JSON gives every passage its number beside the text that cites it", async () => {
  const read = JSON.parse(String(await write(EXAMPLE, "json")));
  expect(read).toMatchObject({
    ...{ format: "alwrity-post", formatVersion: 1, status: "ready", title: EXAMPLE.document.title },
    sections: EXAMPLE.document.sections,
    citations: [
      { number: 1, passageId: "S1.p1", url: "https://example.org/a_b" },
      { number: 2, passageId: "S1.p2", quotes: ['The [test] said "yes".'] },
      { number: 3, passageId: "S2.p1", url: null, title: "Notes" },
    ],
    ...{ seo: null, verdicts: [], cost: { totalUsd: 0 } },
  });
});

test.for([
  ["Caching in Next.js: a guide", 'attachment; filename="caching-in-next-js-a-guide.md"'],
  ["Größe", "attachment; filename=\"groesse.md\"; filename*=UTF-8''gr%C3%B6%C3%9Fe.md"],
  [
    "寒冷地の暖房",
    `attachment; filename="post.md"; filename*=UTF-8''${encodeURIComponent("寒冷地の暖房.md")}`,
  ],
  ['"; x=\r\nSet-Cookie: a=b', 'attachment; filename="x-set-cookie-a-b.md"'],
  ["../../etc/passwd", 'attachment; filename="etc-passwd.md"'],
  ["", 'attachment; filename="post.md"'],
] as const)("a file is named after its title: %s", ([title, header]) => {
  expect(nameFile({ seo: null, title }, "md")).toBe(header);
});

test("a file name is a header that can be sent, whatever the title is", () => {
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary" })), (title) => {
      const value = nameFile({ seo: null, title }, "docx");
      expect(new Headers({ "content-disposition": value }).get("content-disposition")).toBe(value);
      expect(value).toMatch(/^attachment; filename="[a-z0-9-]+\.docx"/);
    }),
  );
});

const inSection = (title: string, markdown: string) =>
  buildPost({ title, sections: [{ id: "sec-1", heading: title, sourceIds: [], markdown }] });

test("Word knows code, direction and language by the names that other programs look for", async () => {
  const post = inSection(
    "שלום",
    "תעבודה נמדדת. **המחיר** הוא `300` (בערך).\n\n```\na\n```\n\nEnglish words.",
  );
  const file = Buffer.from(await write(post, "docx"));
  const body = unzip(file, "word/document.xml");
  const styles = unzip(file, "word/styles.xml");
  expect(body).toMatch(/<w:pStyle w:val="SourceCode"\/>/);
  expect(body).toMatch(/<w:rStyle w:val="VerbatimChar"\/>/);
  expect(body).toMatch(/<w:bidi\/>.*תעבודה/s);
  expect(body).toMatch(/<w:rtl\/><\/w:rPr><w:t xml:space="preserve">המחיר/);
  expect(body).not.toMatch(/<w:rtl\/><\/w:rPr><w:t xml:space="preserve">English/);
  expect(styles).toContain('w:name w:val="Source Code"');
  expect(styles).toContain('w:name w:val="Verbatim Char"');
  expect(styles).toMatch(/<w:lang w:val="he"/);
  expect(styles).toMatch(/<w:keepNext\/>/);
});

test("a page says which way it runs, and which paragraph runs another way", async () => {
  const html = String(
    await write(inSection("שלום", "תעבודה נמדדת. המחיר הוא 300 דולר (בערך).\n\nEnglish."), "html"),
  );
  expect(html).toContain('<html lang="he" dir="rtl">');
  expect(html).toContain("<p>תעבודה");
  expect(html).toContain('<p dir="ltr">English.</p>');
});

test.for([
  ["Die Wärmepumpe arbeitet in kalten Zonen gut und leise.", "„Q“"],
  ["La pompe à chaleur marche très bien dans les climats froids.", "«\u00a0Q\u00a0»"],
  ["ヒートポンプは寒冷地でもよく動きます。", "「Q」"],
  ["Heat pumps work well in cold climates, and quietly.", "“Q”"],
] as const)("quotations stand in the marks of their language: %s", async ([words, quote]) => {
  const [section] = inSection("T", `${words} [^S1.p1]`).document.sections;
  const citation = {
    sectionId: "sec-1",
    passageId: "S1.p1",
    sourceId: "S1",
    title: "T",
    url: null,
  };
  const post = buildPost({
    sections: section ? [section] : [],
    citations: [{ ...citation, quote: "Q" }],
  });
  expect(await write(post, "md")).toContain(`— ${quote}`);
  expect(await write(post, "html")).toContain(`— ${quote}`);
});

/** One file of an archive as text, by the archive's local headers. */
function unzip(archive: Buffer, name: string): string {
  for (let at = 0; archive.readUInt32LE(at) === 0x04034b50; ) {
    const [size, named, extra] = [18, 26, 28].map((offset) =>
      offset === 18 ? archive.readUInt32LE(at + offset) : archive.readUInt16LE(at + offset),
    );
    const begin = at + 30 + (named ?? 0) + (extra ?? 0);
    const end = begin + (size ?? 0);
    const isWanted = archive.toString("utf8", at + 30, at + 30 + (named ?? 0)) === name;
    if (isWanted) return inflateRawSync(archive.subarray(begin, end)).toString("utf8");
    at = end;
  }
  return "";
}
