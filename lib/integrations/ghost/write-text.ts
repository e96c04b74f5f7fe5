import "server-only";
import { cutAtWord } from "../../text/cut-at-word";
import type { SiteArticle } from "../publisher";
import { writeHtml } from "../write-html";
import { mark } from "./ghost-post";
import { writeCards, writeHtmlCard } from "./write-cards";

/** The longest that Ghost takes, in characters. */
const MOST_EXCERPT = 300;

/**
 * The words of a post as Ghost takes them: the cards of its sections, and its notes in one at the end.
 * That is an HTML card: the editor would take the ids that the marks link to out of anything else.
 */
export function writeText({
  title,
  metaTitle,
  description,
  sections,
  notes,
  marker,
}: SiteArticle): object {
  const end = writeHtmlCard(`<div ${mark(marker)}>${writeHtml(notes.children)}</div>`);
  return {
    title,
    html: `${writeCards(sections)}\n${end}`,
    meta_title: metaTitle === "" ? null : metaTitle,
    meta_description: description === "" ? null : description,
    custom_excerpt: description === "" ? null : cutAtWord(description, MOST_EXCERPT),
  };
}
