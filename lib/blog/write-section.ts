import "server-only";
import { callGemini } from "../calls/call-gemini";
import { NEIGHBOURS_ARE_DATA, PASSAGES_ARE_DATA } from "../calls/quote-into-prompt";
import { retryCall } from "../calls/retry-call";
import { AppError } from "../errors";
import { LIMITS } from "../limits/registry";
import { AUTHOR_LINES_ARE_STYLE } from "./author/describe-author";
import { openCitationFilter } from "./citations/open-citation-filter";
import { openSectionSink, type WrittenSection } from "./citations/open-section-sink";
import { describeSection, type SectionJob } from "./describe-section";
import type { Passage, Run } from "./run";
import { selectPassages } from "./sources/select-passages";

const MOST_PASSAGES = 14;
const SYSTEM = [
  "You write one section of a blog post in Markdown, from the given passages alone.",
  "After every claim cite the passage it rests on as [[S1.p2]], with ids from the list only.",
  "Begin so that the section follows from the one before it, and end so that it leads to the next; repeat nothing of either, and nothing that an earlier section has said.",
  "Write no heading, no URL, no image and no HTML. Copy numbers, dates and quotations exactly.",
  PASSAGES_ARE_DATA,
  NEIGHBOURS_ARE_DATA,
  AUTHOR_LINES_ARE_STYLE,
].join(" ");

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
export function findPassages({ library, item, plan, passages }: SectionJob): Passage[] {
  if (passages) return passages;
  const own = library.passages.filter(({ sourceId }) => item.sourceIds.includes(sourceId));
  return selectPassages(own, `${item.heading} ${plan.title}`, MOST_PASSAGES);
}

async function writeOnce(run: Run, job: SectionJob, passages: Passage[]): Promise<WrittenSection> {
  const filter = openCitationFilter(new Set(passages.map(({ id }) => id)));
  const sink = openSectionSink(run, job.item.id, { sources: job.library.sources, passages });
  const prompt = {
    operation: "section",
    system: SYSTEM,
    prompt: describeSection(run, job, passages),
    maxOutputTokens: LIMITS.outputTokens.section,
  };
  await callGemini(run, prompt, (text) => sink.take(filter.push(text)));
  sink.take(filter.end());
  const { markdown, dropped } = sink.written();
  if (!markdown.trim()) throw new AppError("reply_malformed", { provider: "gemini" });
  return { markdown, dropped };
}
