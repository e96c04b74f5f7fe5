import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { SectionText } from "@/app/(product)/posts/[id]/_run/article/section-text";
import { openCitationFilter } from "@/lib/blog/citations/open-citation-filter";
import { checkClaims } from "@/lib/blog/claims/check-claims";
import { findVerbatim } from "@/lib/blog/claims/find-verbatim";
import { markClaims } from "@/lib/blog/claims/mark-claims";
import { replaceSentences } from "@/lib/blog/claims/replace-sentences";
import { splitSentences as splitSection } from "@/lib/blog/claims/split-sentences";
import { keepLinks } from "@/lib/blog/links/keep-links";
import { matchOwnPosts } from "@/lib/blog/links/match-own-posts";
import { listStems } from "@/lib/blog/links/significant-words";
import { measureOriginality } from "@/lib/blog/originality/measure-originality";
import type { Post } from "@/lib/blog/schema";
import { canonicalUrl } from "@/lib/blog/sources/canonical-url";
import { findQuote } from "@/lib/blog/sources/find-quote";
import { measureCoverage } from "@/lib/blog/sources/measure-coverage";
import { splitPassages } from "@/lib/blog/sources/split-passages";
import { cleanOpening } from "@/lib/blog/tools/clean-opening";
import { tidyContinuation } from "@/lib/blog/tools/tidy-continuation";
import { openFieldReader } from "@/lib/calls/open-field-reader";
import { quotePassages } from "@/lib/calls/quote-into-prompt";
import { readJson } from "@/lib/calls/read-json";
import { nameFile } from "@/lib/export/name-file";
import { getExporter } from "@/lib/export/registry";
import { writeCards } from "@/lib/integrations/ghost/write-cards";
import { keepText } from "@/lib/integrations/keep-text";
import { decodeEntities } from "@/lib/integrations/wordpress/decode-entities";
import { readHead } from "@/lib/integrations/wordpress/read-head";
import { writeBlocks } from "@/lib/integrations/wordpress/write-blocks";
import { redact } from "@/lib/logs/redact";
import { countProse } from "@/lib/markdown/count-prose";
import { listLinks } from "@/lib/markdown/list-links";
import { mendLevels } from "@/lib/markdown/mend-levels";
import { readPastedText } from "@/lib/markdown/pasted/read-pasted";
import { plainTitle } from "@/lib/markdown/plain-title";
import { readMarkdown } from "@/lib/markdown/read-markdown";
import { stripMarkup } from "@/lib/markdown/strip-markup";
import { toHtmlTree } from "@/lib/markdown/to-html-tree";
import { writeMarkdown } from "@/lib/markdown/write-markdown";
import { countText } from "@/lib/onboarding/persona/count-text";
import { pickSocials } from "@/lib/onboarding/research/pick-socials";
import { summarizeContent } from "@/lib/onboarding/research/summarize-content";
import { describeChange } from "@/lib/publish/compare-texts";
import { describeMetadata } from "@/lib/seo/describe-metadata";
import { mendSeo } from "@/lib/seo/mend-seo";
import { scorePost } from "@/lib/seo/score-post";
import { writeHead } from "@/lib/seo/write-head";
import { addQuotationMarks } from "@/lib/text/add-quotation-marks";
import { cleanProposedLine } from "@/lib/text/clean-proposed-line";
import { countWords } from "@/lib/text/count-words";
import { cutText } from "@/lib/text/cut-text";
import { detectLanguage } from "@/lib/text/detect-language";
import { makeSlug } from "@/lib/text/make-slug";
import { plainLine } from "@/lib/text/plain-line";
import { plainText } from "@/lib/text/plain-text";
import { splitSentences } from "@/lib/text/split-sentences";
import { storableText } from "@/lib/text/storable-text";
import { mainDirection } from "@/lib/text/text-direction";
import { boundTokens } from "@/lib/usage/bound-tokens";
import { buildPost } from "../posts/any-post";

const KNOWN = new Set(["S1.p1"]);
const library = (text: string) => ({
  sources: [{ id: "S1", url: null, title: text, publishedAt: null }],
  passages: [{ id: "S1.p1", sourceId: "S1", text: text.slice(0, 1_100) }],
});
const toPost = (text: string): Post =>
  buildPost({
    title: text.slice(0, 300),
    sections: [{ id: "sec-1", heading: text.slice(0, 300), sourceIds: [], markdown: text }],
    citations: [
      {
        sectionId: "sec-1",
        passageId: "S1.p1",
        sourceId: "S1",
        title: text,
        url: null,
        quote: text.slice(0, 280),
      },
    ],
  });
const toTree = (text: string) => toHtmlTree(readMarkdown(text), { direction: "ltr" });
const render = (markdown: string) =>
  renderToStaticMarkup(createElement(SectionText, { markdown, citations: [], live: true }));
const clean = (text: string) => {
  const filter = openCitationFilter(KNOWN);
  return filter.push(text).text + filter.end().text;
};
/** As it comes of a model: in pieces. */
const cleanPieces = (text: string) => {
  const filter = openCitationFilter(KNOWN);
  const pieces = text.match(/[\s\S]{1,200}/g) ?? [];
  return pieces.map((piece) => filter.push(piece).text).join("") + filter.end().text;
};
const readFields = (text: string) => {
  const read = openFieldReader();
  return (`{"a":${text}`.match(/[\s\S]{1,200}/g) ?? []).flatMap(read);
};
const withoutSentences = (text: string) =>
  replaceSentences(
    text,
    splitSection(text).map(({ start, end }) => ({ start, end, text: "" })),
  );
const toOwnPost = (text: string) => ({
  ...{ postId: "1", title: text.slice(0, 300), url: "https://a.example/", subjects: [] },
  paragraphs: [text],
});
const wordAfterWord = (text: string) => text.split(/(?<=[\s>])/).join("\n");

/** Everything on the server that is given a text of the user's, of a model's or of the web's. */
export const TEXT_READERS: Record<string, (text: string) => unknown> = {
  "the page": render,
  "the reader of Markdown": readMarkdown,
  "the writer of Markdown": (text) => writeMarkdown(readMarkdown(text), { forOthers: true }),
  "the filter of what a model writes": clean,
  "the filter of what a model writes in pieces": cleanPieces,
  "the score": (text) => scorePost(toPost(text).document),
  "the search listing": (text) =>
    mendSeo({ title: text, description: text, slug: text, tags: [text] }, toPost(text).document),
  "the metadata": (text) => writeHead(describeMetadata(toPost(text).document)),
  "levels of headings": mendLevels,
  "Markdown export": (text) => getExporter("md").write(toPost(text), "whole"),
  "HTML export": (text) => getExporter("html").write(toPost(text), "whole"),
  "Word export": (text) => getExporter("docx").write(toPost(text), "whole"),
  "book export": (text) => getExporter("epub").write(toPost(text), "whole"),
  "JSON export": (text) => getExporter("json").write(toPost(text), "whole"),
  "a file's name": (text) => nameFile({ seo: null, title: text }, "md"),
  "cards of Ghost": (text) => writeCards(toTree(text)),
  "blocks of WordPress": (text) => writeBlocks(toTree(text)),
  "what a site holds": (text) => keepText("t", text),
  "a title of a site": decodeEntities,
  "the head of a site": readHead,
  "what a site has changed": (text) =>
    describeChange({ title: "t", text: wordAfterWord(text), hash: "" }, keepText("t", text)),
  "Markdown that is pasted": readPastedText,
  "sentences of a section": splitSection,
  "sentences taken out": withoutSentences,
  "the check of claims": (text) => checkClaims(text, library(text).passages),
  "marks of claims": (text) => markClaims(text, []),
  coverage: (text) => measureCoverage(toPost(text).document),
  originality: (text) => measureOriginality(text, library(text), [{ id: "1", title: "t", text }]),
  "a judge's quotation": (text) => findVerbatim(text, text),
  "a quotation": (text) => findQuote(text, text),
  "a quotation in its language": (text) => addQuotationMarks(text, "fr"),
  passages: (text) => splitPassages("S1", text),
  "passages of a prompt": (text) => quotePassages([{ id: "S1.p1", text }]),
  "posts of one's own": (text) => matchOwnPosts(text, [toOwnPost(text)]),
  "links that are kept": (text) => keepLinks(text, text, listLinks(text)),
  "an opening": (text) => cleanOpening(text, KNOWN),
  "a continuation": (text) => tidyContinuation(text, library(text).passages, 5),
  "a reply with JSON in it": readJson,
  "fields of a reply": readFields,
  "words that tell": listStems,
  "a voice": countText,
  "a site's content": (text) =>
    summarizeContent({ url: "https://a.example/", links: [text], pages: [{ url: "a", text }] }),
  "accounts of a site": (text) => pickSocials([text]),
  "an address": canonicalUrl,
  "a line of a model's": cleanProposedLine,
  "a title of a page": plainText,
  "a title of a model's": (text) => plainTitle(text, 300),
  "one line": plainLine,
  "what is stored": storableText,
  "a text cut": (text) => cutText(text, 30_000),
  "words counted": countWords,
  "prose counted": countProse,
  "markup taken out": stripMarkup,
  "the language": detectLanguage,
  "the direction": mainDirection,
  "the tokens of a prompt": boundTokens,
  "a line of the log": redact,
  "a slug": (text) => makeSlug(text, 60),
  sentences: splitSentences,
};
