import type { Element, ElementContent, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import type { FootnoteReference } from "mdast";
import type { Post } from "../../blog/schema";
import { cleanHtml } from "../../markdown/clean-html";
import { toHtmlTree } from "../../markdown/to-html-tree";
import { addQuotationMarks } from "../../text/add-quotation-marks";
import type { Direction } from "../../text/text-direction";
import { languageOf } from "../language-of";
import { listFootnotes } from "../list-footnotes";
import type { Footnote } from "../schema";
import { buildTree } from "../tree/build-tree";
import { element, type FootnoteLinks, openFootnoteLinks, text } from "./footnote-links";

/** The HTML of a post without its title: its sections, and the list of sources ("" without any). */
export type Body = { sections: string; notes: string };
type BodyTrees = { sections: Root; notes: Root };
type BodyOptions = {
  /** Notes link back to their marks; for sites that keep no ids in a text, `false`. */
  backLinks?: boolean;
  /** The way in which the page runs that it will stand in. */
  direction?: Direction;
};

/**
 * Renders the body of a post for a page that brings its own title. No link but its author's, to its sources and
 * between marks and notes; no image, no HTML of anybody's. Text is on one line but in code.
 */
export function renderBody(post: Post, options: BodyOptions = {}): Body {
  const { sections, notes } = buildBody(post, options);
  return { sections: toHtml(sections), notes: toHtml(notes) };
}

/** The same as syntax trees, for writers that make something else of them than HTML. */
export function buildBody(
  post: Post,
  { backLinks = true, direction = "ltr" }: BodyOptions = {},
): BodyTrees {
  const footnotes = listFootnotes(post.document);
  const { language } = languageOf(post.document);
  const links = openFootnoteLinks(`s${post.id.slice(0, 8)}-`);
  const tree = buildTree(post.document, footnotes);
  const handlers = {
    footnoteReference: (_: unknown, node: FootnoteReference) => links.mark(Number(node.identifier)),
  };
  const sections = toHtmlTree(tree, { direction, handlers });
  const notes = footnotes.length > 0 ? [listNotes(footnotes, { links, backLinks, language })] : [];
  return {
    sections: cleanHtml(sections),
    notes: cleanHtml({ type: "root", children: notes }),
  };
}

type NoteOptions = { links: FootnoteLinks; backLinks: boolean; language: string | null };

function listNotes(
  footnotes: readonly Footnote[],
  { links, backLinks, language }: NoteOptions,
): Element {
  const headingId = `${links.noteId(0)}s`;
  const items = footnotes.map((footnote) => {
    const { number } = footnote;
    const back = backLinks ? links.back(number) : [];
    const properties = { id: links.noteId(number), value: String(number) };
    return element("li", properties, [...describe(footnote, language), ...back]);
  });
  return element("section", { role: "doc-endnotes", ariaLabelledBy: [headingId] }, [
    element("h2", { id: headingId }, [text("Sources")]),
    element("ol", {}, items),
  ]);
}

function describe({ title, url, quotes }: Footnote, language: string | null): ElementContent[] {
  const name = url === null ? text(title) : element("a", { href: url }, [text(title)]);
  return [name, ...quotes.map((quote) => text(` — ${addQuotationMarks(quote, language)}`))];
}
