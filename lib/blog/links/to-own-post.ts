import { listBlocks } from "../../markdown/list-blocks";
import { stripMarkup } from "../../markdown/strip-markup";
import type { LivePost } from "../../publish/list-live-posts";
import type { OwnPost } from "./match-own-posts";

/** A published post bounded so that fifty of them are compared in a moment. */
const MOST_CHARACTERS = 20_000;

/** A published post as its words are compared: plain paragraphs without code and marks. */
export function toOwnPost({ postId, url, document }: LivePost): OwnPost {
  const { title, sections, seo } = document;
  const markdown = sections.map((section) => section.markdown).join("\n\n");
  const blocks = listBlocks(markdown.slice(0, MOST_CHARACTERS));
  return {
    postId,
    url,
    title: stripMarkup(title),
    subjects: [
      ...sections.map(({ heading }) => heading),
      ...(seo ? [seo.keyword, ...seo.tags] : []),
    ],
    paragraphs: blocks.map(({ text }) => stripMarkup(text)).filter(Boolean),
  };
}
