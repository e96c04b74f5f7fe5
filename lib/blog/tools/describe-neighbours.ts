import "server-only";
import { quoteNeighbours } from "../../calls/quote-into-prompt";
import { AppError } from "../../errors";
import { quoteEdge } from "../outline/quote-edge";
import type { PostDocument } from "../schema";

/**
 * The end of the section before and the beginning of the one behind, as a prompt may hold them: each
 * between markers with a nonce, without marks of citations.
 *
 * @throws AppError `no_neighbours` when the post has one section; `nothing_written` when the section
 *   has no words.
 */
export function describeNeighbours({ sections }: PostDocument, sectionId: string): string[] {
  const at = sections.findIndex(({ id }) => id === sectionId);
  if (sections.length < 2) throw new AppError("no_neighbours");
  if (sections[at]?.markdown.trim() === "") throw new AppError("nothing_written");
  const [before, after] = [sections[at - 1], sections[at + 1]];
  return quoteNeighbours([
    ...(before ? [{ place: "before", text: quoteEdge(before, "end") }] : []),
    ...(after ? [{ place: "after", text: quoteEdge(after, "beginning") }] : []),
  ]);
}
