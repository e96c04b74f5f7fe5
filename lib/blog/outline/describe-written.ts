import "server-only";
import { quoteNeighbours } from "../../calls/quote-into-prompt";
import type { OutlineItem } from "../schema";
import { quoteEdge } from "./quote-edge";

/** So many sections before are told of, the nearest: a long post has forty. */
const MOST_SECTIONS = 12;
/** How each of them begins says what it is about. */
const BEGINNING = { sentences: 1, characters: 240 };

/**
 * What the post has said before a section, as far as it is written by now: how each section before begins,
 * and how the one right before it ends. Sections are written some at a time, so the first know of nothing.
 *
 * @param written the texts that are there, by the id of their section.
 */
export function describeWritten(
  outline: OutlineItem[],
  at: number,
  written: Record<string, { markdown: string }>,
): string[] {
  const before = outline.slice(Math.max(0, at - MOST_SECTIONS), Math.max(0, at));
  const texts = before.flatMap(({ id, heading }) => {
    const markdown = written[id]?.markdown.trim();
    return markdown ? [{ id, heading, markdown }] : [];
  });
  const isNext = ({ id }: { id: string }) => id === outline[at - 1]?.id;
  return quoteNeighbours([
    ...texts.map((text) => ({ place: "earlier", text: quoteEdge(text, "beginning", BEGINNING) })),
    ...texts.filter(isNext).map((text) => ({ place: "before", text: quoteEdge(text, "end") })),
  ]);
}
