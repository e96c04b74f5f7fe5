import "server-only";
import { callGemini } from "../calls/call-gemini";
import { PASSAGES_ARE_DATA, quotePassages } from "../calls/quote-passages";
import { retryCall } from "../calls/retry-call";
import { AppError } from "../errors";
import { AUTHOR_LINES_ARE_STYLE, describeAuthor } from "./author/describe-author";
import { openCitationFilter } from "./citations/open-citation-filter";
import { openSectionSink, type WrittenSection } from "./citations/open-section-sink";
import { describeRequest } from "./describe-request";
import { shareWords } from "./outline/share-words";
import type { Library, Passage, Plan, Run } from "./run";
import type { OutlineItem } from "./schema";
import { selectPassages } from "./sources/select-passages";

const MOST_PASSAGES = 14;
const MAX_OUTPUT_TOKENS = 8_192;
const SYSTEM = [
  "You write one section of a blog post in Markdown, from the given passages alone.",
  "After every claim cite the passage it rests on as [[S1.p2]], with ids from the list only.",
  "Write no heading, no URL, no image and no HTML. Copy numbers, dates and quotations exactly.",
  PASSAGES_ARE_DATA,
  AUTHOR_LINES_ARE_STYLE,
].join(" ");

/** A section to write, and everything it may draw on. */
export type SectionJob = {
  plan: Plan;
  library: Library;
  outline: OutlineItem[];
  item: OutlineItem;
};

/**
 * Writes one section, streamed. A call that breaks off is made again, and what it had shown is
 * dropped with `section-reset`.
 */
export async function writeSection(run: Run, job: SectionJob): Promise<WrittenSection> {
  const passages = findPassages(job);
  let tries = 0;
  return retryCall(run, "gemini", async (asking) => {
    run.emit(tries++ === 0 ? "section-start" : "section-reset", { sectionId: job.item.id });
    return writeOnce(asking, job, passages);
  });
}

/** The passages that a section may cite. */
export function findPassages({ library, item, plan }: SectionJob): Passage[] {
  const own = library.passages.filter(({ sourceId }) => item.sourceIds.includes(sourceId));
  return selectPassages(own, `${item.heading} ${plan.title}`, MOST_PASSAGES);
}

async function writeOnce(run: Run, job: SectionJob, passages: Passage[]): Promise<WrittenSection> {
  const filter = openCitationFilter(new Set(passages.map(({ id }) => id)));
  const sink = openSectionSink(run, job.item.id, { sources: job.library.sources, passages });
  const prompt = {
    operation: "section",
    system: SYSTEM,
    prompt: buildPrompt(run, job, passages),
    maxOutputTokens: MAX_OUTPUT_TOKENS,
  };
  await callGemini(run, prompt, (text) => sink.take(filter.push(text)));
  sink.take(filter.end());
  const { markdown, dropped } = sink.written();
  if (!markdown.trim()) throw new AppError("reply_malformed", { provider: "gemini" });
  return { markdown, dropped };
}

function buildPrompt(run: Run, { plan, outline, item }: SectionJob, passages: Passage[]): string {
  const others = outline.filter(({ id }) => id !== item.id).map(({ heading }) => heading);
  const shares = shareWords(outline, run.request.wordCount);
  const words = shares[outline.findIndex(({ id }) => id === item.id)] ?? run.request.wordCount;
  return [
    ...describeRequest(run.request),
    ...describeAuthor(run.author),
    `Title: ${plan.title}`,
    `Angle: ${plan.angle}`,
    `Section heading: ${item.heading}`,
    `Other sections: ${others.join("; ")}`,
    `Target words: ${words}`,
    "Passages:",
    ...quotePassages(passages),
  ].join("\n");
}
