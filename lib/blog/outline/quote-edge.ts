import { cutFromEnd, cutText } from "../../text/cut-text";
import { toSingleSpaces } from "../../text/plain-text";
import { splitSentences } from "../claims/split-sentences";
import type { Section } from "../schema";

/** So many sentences of a neighbour are told: enough to follow from. */
const SENTENCES = 3;
const MOST_CHARACTERS = 900;

/** A section's heading with its last or its first sentences, without marks of citations. */
export function quoteEdge(
  { heading, markdown }: Pick<Section, "heading" | "markdown">,
  edge: "beginning" | "end",
  { sentences: count = SENTENCES, characters: most = MOST_CHARACTERS } = {},
): string {
  const sentences = splitSentences(markdown).map(({ text }) => text);
  const near = edge === "end" ? sentences.slice(-count) : sentences.slice(0, count);
  const cut = edge === "end" ? cutFromEnd : cutText;
  return `${toSingleSpaces(heading)}: ${cut(near.join(" "), most)}`;
}
