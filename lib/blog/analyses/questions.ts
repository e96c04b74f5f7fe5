import "server-only";
import { cutFromEnd, cutText } from "../../text/cut-text";
import type { PostDocument } from "../schema";
import type { AnalysisBody, AnalysisKind } from "./schema";

/** How much of the beginning and of the end of a section shows how one leads to the next, in characters. */
const EDGE = 900;
type Question = {
  task: string;
  system: string;
  /** What is said while it is read. */
  label: string;
  /** What the model reads of a section's text. */
  read: (text: string, depth: AnalysisBody["depth"]) => string;
  /** What it reads beside the sections. */
  describe: (document: PostDocument) => string[];
};

/** What each analysis asks, and of what. */
export const QUESTIONS = {
  seo: {
    task: "say what would make this post easier to find",
    system:
      "You review how well a blog post answers what its readers search for: the intent behind its keyword, questions that it leaves open, its headings, title and description.",
    label: "Reading the post as a searcher would",
    read: (text) => text,
    describe: ({ seo }) => [
      `Keyword: ${seo?.keyword ?? ""}`,
      `Title for search engines: ${seo?.title ?? ""}`,
      `Description for search engines: ${seo?.description ?? ""}`,
      `Tags: ${seo?.tags.join(", ") ?? ""}`,
    ],
  },
  flow: {
    task: "say where this post does not flow",
    system:
      "You review how the sections of a blog post lead from one to the next: abrupt beginnings, repetitions of what was said before, terms that are used before they are explained, an order that does not build up.",
    label: "Reading where the sections meet",
    read: (text, depth) => (depth === "advanced" ? text : readEdges(text)),
    describe: () => [],
  },
} as const satisfies Record<AnalysisKind, Question>;

function readEdges(text: string): string {
  if (text.length <= 2 * EDGE) return text;
  return `${cutText(text, EDGE)}\n[…]\n${cutFromEnd(text, EDGE)}`;
}
