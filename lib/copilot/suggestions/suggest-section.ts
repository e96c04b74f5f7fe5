import "server-only";
import { checkClaims } from "../../blog/claims/check-claims";
import type { Section } from "../../blog/schema";
import type { Tool } from "../../blog/tools/open-tool";
import type { ShownChange } from "../schema";
import type { NewSuggestion } from "./new-suggestion";

type Written = Pick<ShownChange, "citations"> & { markdown: string };
type Why = { title: string; reason: string };

/** Another text for a section as a suggestion, its claims compared with their passages once more. */
export function suggestSection(
  { post, evidence }: Tool,
  section: Section,
  { title, reason, markdown, citations }: Written & Why,
): NewSuggestion {
  const quotes = citations.map(({ passageId: id, sourceId, quote: text }) => ({
    id,
    sourceId,
    text,
  }));
  const passages = [...evidence.passages, ...quotes];
  const doubts = checkClaims(markdown, passages).flatMap(({ reason: doubt }) => doubt ?? []);
  const sections = post.document.sections.map(({ id, heading, markdown: text }) => {
    return { id, heading, markdown: id === section.id ? markdown : text };
  });
  const shown = {
    label: section.heading,
    before: section.markdown,
    after: markdown,
    sectionId: section.id,
    citations,
    doubts: [...new Set(doubts)],
  };
  return {
    kind: "post",
    postId: post.id,
    basedOn: post.version,
    title,
    reason,
    change: { sections },
    shown: [shown],
  };
}
