import "server-only";
import { NEIGHBOURS_ARE_DATA, PASSAGES_ARE_DATA } from "../calls/quote-into-prompt";
import { LIMITS } from "../limits/registry";
import { AUTHOR_LINES_ARE_STYLE } from "./author/describe-author";
import { listMarks } from "./citations/citation-marks";
import type { WrittenSection } from "./citations/open-section-sink";
import { quoteDraft } from "./citations/quote-draft";
import { describeSection, type SectionJob } from "./describe-section";
import { showSection } from "./durable/steps/show-section";
import type { Run } from "./run";
import { tolerate } from "./stages/tolerate";
import { askCitedText } from "./tools/ask-cited-text";
import { findPassages } from "./write-section";

/** What polishing a section means, in a run and in the editor. */
export const POLISH_TASK =
  "polish the draft: say the same more clearly, vary how sentences begin, cut what repeats or says nothing, and keep every claim, number, quotation and citation";
const SYSTEM = [
  "You polish one section of a blog post in Markdown, and reply with the whole polished section alone.",
  "Keep every claim with the citation it has, as [[S1.p2]], and add no claim and no id.",
  "Write no heading, no URL, no image and no HTML. Copy numbers, dates and quotations exactly.",
  PASSAGES_ARE_DATA,
  NEIGHBOURS_ARE_DATA,
  AUTHOR_LINES_ARE_STYLE,
].join(" ");

/**
 * Goes over a section once more, and shows it in place of what was written. The draft stands where the
 * reply is of no use, or has lost every citation of it.
 *
 * @throws AppError when the key or its quota fails.
 */
export async function polishSection(
  run: Run,
  job: SectionJob,
  draft: WrittenSection,
): Promise<WrittenSection> {
  const passages = findPassages(job);
  const known = new Set(passages.map(({ id }) => id));
  const prompt = {
    operation: "polish",
    system: SYSTEM,
    prompt: [
      `Task: ${POLISH_TASK}`,
      describeSection(run, job, passages),
      ...quoteDraft(draft.markdown),
    ].join("\n"),
    maxOutputTokens: LIMITS.outputTokens.polish,
  };
  const polished = await tolerate(
    () => askCitedText(run, prompt, { known }),
    () => null,
  );
  const isCited = (markdown: string) => listMarks(markdown).length > 0;
  if (!polished || (isCited(draft.markdown) && !isCited(polished.markdown))) return draft;
  const citable = { sources: job.library.sources, passages };
  showSection(run, { item: job.item, library: citable }, polished.markdown);
  return { markdown: polished.markdown, dropped: draft.dropped + polished.dropped };
}
