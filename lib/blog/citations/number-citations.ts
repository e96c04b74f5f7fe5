import type { Citation, PostDocument } from "../schema";
import { listMarks } from "./citation-marks";

/** A citation with the number its reader sees. */
export type NumberedCitation = Citation & { number: number };

/**
 * Numbers the citations of a document by first appearance in reading order, from 1. A passage cited
 * twice keeps one number; a citation that no text mentions gets none. Pure, shared with the browser.
 */
export function numberCitations(document: PostDocument): NumberedCitation[] {
  const byPassage = new Map(document.citations.map((citation) => [citation.passageId, citation]));
  const passageIds = new Set(document.sections.flatMap(({ markdown }) => listMarks(markdown)));
  const cited = [...passageIds].flatMap((id) => byPassage.get(id) ?? []);
  return cited.map((citation, index) => ({ ...citation, number: index + 1 }));
}
