import "server-only";
import { quotePassages } from "../calls/quote-into-prompt";
import { describeAuthor } from "./author/describe-author";
import { describeRequest } from "./describe-request";
import { describeWritten } from "./outline/describe-written";
import { shareKeywords } from "./outline/share-keywords";
import { shareWords } from "./outline/share-words";
import type { Library, Passage, Plan, Run } from "./run";
import type { OutlineItem } from "./schema";

/** A section to write, and everything it may draw on. */
export type SectionJob = {
  plan: Plan;
  library: Library;
  outline: OutlineItem[];
  item: OutlineItem;
  /** What it may cite of the library, where that was found already. */
  passages?: Passage[];
  /** The sections that are written by now, by their id. */
  written?: Record<string, { markdown: string }>;
};

/**
 * The prompt of one section: what was asked for, its place among the others and what they have said, the
 * keywords that are its own to mind, and what it may draw on.
 */
export function describeSection(
  { request, author }: Pick<Run, "request" | "author">,
  { plan, outline, item, written = {} }: SectionJob,
  passages: Passage[],
): string {
  const at = outline.findIndex(({ id }) => id === item.id);
  const others = outline.filter(({ id }) => id !== item.id).map(({ heading }) => heading);
  const { keywords: all = [] } = request;
  // The first keyword is the post's own: search engines look for it where the post begins.
  const own = [
    ...(at === 0 ? all.slice(0, 1) : []),
    ...(shareKeywords(outline, all).get(item.id) ?? []),
  ];
  const lines: [string, string | undefined][] = [
    ["Title", plan.title],
    ["Angle", plan.angle],
    ["Section heading", item.heading],
    ["Other sections", others.join("; ")],
    ["Section before it", outline[at - 1]?.heading],
    ["Section after it", outline[at + 1]?.heading],
    ["Target words", String(shareWords(outline, request.wordCount)[at] ?? request.wordCount)],
  ];
  return [
    ...describeRequest({ ...request, keywords: [...new Set(own)] }),
    ...describeAuthor(author),
    ...lines.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`])),
    ...describeWritten(outline, at, written),
    "Passages:",
    ...quotePassages(passages),
  ].join("\n");
}
