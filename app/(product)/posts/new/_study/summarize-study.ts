import type { PostDraft } from "../post-draft";
import { splitList } from "../post-request";
import type { Found } from "./found";

/** What a study has found, in one or two sentences; empty as long as there is nothing. */
export function summarizeStudy(found: Found, topic: string): string {
  const { pages, covered, angles, keywords, questions } = found;
  const proposed = [
    count(angles.length, "angle"),
    count(keywords.length, "keyword"),
    count(questions.length, "question"),
  ].filter((part) => part !== "");
  const about = topic.trim() === found.topic.trim() ? "it" : `“${found.topic}”`;
  const written = count(pages.length, "page is", "pages are");
  const most = covered[0] ? `; most say: ${covered[0].replace(/[.\s]+$/, "")}` : "";
  return [
    written && `${written} written about ${about}${most}.`,
    proposed.length > 0 && `To go beyond: ${proposed.join(", ")}.`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** What of the proposals is in the form by now; empty when nothing is. */
export function describeChosen(found: Found, gaps: readonly string[], draft: PostDraft): string[] {
  const { angle, outline } = draft;
  const keywords = (splitList(draft.keywords) ?? []).filter((one) => found.keywords.includes(one));
  const headings = outline.filter(({ heading }) => found.questions.includes(heading));
  return [
    ...([...found.angles, ...gaps].includes(angle) ? [`Angle: ${angle}`] : []),
    ...(keywords.length > 0 ? [`Keywords: ${keywords.join(", ")}`] : []),
    ...(headings.length > 0 ? [`Headings: ${headings.map((one) => one.heading).join(" · ")}`] : []),
  ];
}

function count(number: number, one: string, many = `${one}s`): string {
  return number === 0 ? "" : `${number} ${number === 1 ? one : many}`;
}
