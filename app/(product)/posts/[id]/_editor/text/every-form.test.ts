import fc from "fast-check";
import { fromHtml } from "hast-util-from-html";
import mammoth from "mammoth";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { expect, test } from "vitest";
import { markCitations } from "@/lib/blog/citations/mark-citations";
import type { Post } from "@/lib/blog/schema";
import { renderBody } from "@/lib/export/html/render-body";
import { listFootnotes } from "@/lib/export/list-footnotes";
import { getExporter } from "@/lib/export/registry";
import { writeCards } from "@/lib/integrations/ghost/write-cards";
import { getPublisher } from "@/lib/integrations/registry";
import { writeBlocks } from "@/lib/integrations/wordpress/write-blocks";
import { cleanHtml } from "@/lib/markdown/clean-html";
import { listLinks } from "@/lib/markdown/list-links";
import { readMarkdown } from "@/lib/markdown/read-markdown";
import { toHtmlTree } from "@/lib/markdown/to-html-tree";
import { writeMarkdown } from "@/lib/markdown/write-markdown";
import { describeArticle } from "@/lib/publish/describe-article";
import { buildPost } from "@/tests/world/posts/any-post";
import { anyText, CITED_IDS } from "@/tests/world/posts/any-text";
import { readHtmlRuns, readTreeRuns } from "@/tests/world/posts/read-runs";
import { reportFigure } from "@/tests/world/report-figure";
import { scaled } from "@/tests/world/scale";
import { parseSection } from "./parse-section";
import { renderBlock } from "./render-block";

const RUNS = 5_000;
const SELF = new Map<string, number>();

function toPost(markdown: string): Post {
  const citations = CITED_IDS.filter((id) => markdown.includes(`[^${id}]`)).map((passageId) => ({
    ...{ sectionId: "sec-1", passageId, sourceId: "S1", title: "T", url: null, quote: "Q" },
  }));
  const sections = [{ id: "sec-1", heading: "One", sourceIds: [], markdown }];
  return buildPost({ title: "T", sections, citations, links: listLinks(markdown) });
}

/** What stands below the heading of the one section. */
const ofSite = (html: string) => readHtmlRuns(fromHtml(html, { fragment: true })).slice(1);

const WORD_STYLES = [
  "r[style-name='Verbatim Char'] => code",
  "p[style-name='Source Code'] => pre:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
];

/** Each form that a text takes, read back: `page` and `editor` name passages, the others numbers. */
const FORMS = {
  page: async ({ markdown }) => {
    const tree = cleanHtml(toHtmlTree(readMarkdown(markdown), { direction: "ltr" }));
    markCitations(tree);
    return readHtmlRuns(tree);
  },
  editor: async ({ markdown }) => {
    const { blocks } = parseSection(markdown);
    return readTreeRuns(readMarkdown(blocks.map(renderBlock).join("\n\n")), SELF);
  },
  html: async ({ post }) => ofSite(renderBody(post).sections),
  markdown: async ({ post }) => {
    const text = String(await getExporter("md").write(post, "body"));
    const extensions = [gfmFromMarkdown().map((one) => ({ ...one, transforms: [] }))];
    const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: extensions });
    return readTreeRuns(tree, SELF).slice(1);
  },
  blocks: async ({ post }) =>
    ofSite(writeBlocks(describeArticle(post, getPublisher("wordpress"), {}).sections)),
  cards: async ({ post }) =>
    ofSite(writeCards(describeArticle(post, getPublisher("ghost"), {}).sections)),
  docx: async ({ post }) => {
    const buffer = Buffer.from(await getExporter("docx").write(post, "whole"));
    const { value } = await mammoth.convertToHtml({ buffer }, { styleMap: WORD_STYLES });
    return ofSite(value).slice(1);
  },
} satisfies Record<string, (given: { markdown: string; post: Post }) => Promise<string[]>>;

test.for([
  ...(["page", "editor", "html", "markdown", "blocks", "cards"] as const).map((form) => ({
    form,
    runs: RUNS,
  })),
  { form: "docx" as const, runs: RUNS },
])(
  "text, emphasis, links, code and citations of any document are the same in its $form",
  async ({ form, runs }) => {
    const property = fc.asyncProperty(anyText, async (tree) => {
      const markdown = writeMarkdown(tree, { forOthers: false });
      const post = toPost(markdown);
      const numbers = new Map(
        listFootnotes(post.document).map(({ passageId, number }) => [passageId, number]),
      );
      const byPassage = form === "page" || form === "editor";
      const wanted = readTreeRuns(tree, byPassage ? SELF : numbers);
      expect(await FORMS[form]({ markdown, post }), markdown).toEqual(wanted);
    });
    await fc.assert(property, { numRuns: scaled(runs) });
    reportFigure(`documents whose ${form} reads back the same`, `${scaled(runs)}`);
  },
);
