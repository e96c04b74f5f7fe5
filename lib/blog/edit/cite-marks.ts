import { claimBefore, listMarks } from "../citations/citation-marks";
import type { Library } from "../run";
import type { Citation, PostDocument } from "../schema";
import { findQuote } from "../sources/find-quote";

/** A mark with the space before it, which goes when it goes. */
const SPACED_MARK = /[ \t]?\[\^(S\d+\.p\d+)\]/g;

/** A section's text with only marks of known passages, what each rests on, and how many were not known. */
export type CitedText = { markdown: string; citations: Citation[]; dropped: number };

/**
 * Looks up the marks of a section: first as this section has cited them, then as another has, then in
 * what the run and its tools have found. A mark of anything else is taken out of the text. Pure.
 */
export function citeMarks(
  { id, markdown }: { id: string; markdown: string },
  document: PostDocument,
  evidence: Library,
): CitedText {
  const find = (passageId: string) =>
    findCited(id, passageId, document) ?? findRetrieved({ id, markdown }, passageId, evidence);
  const marks = listMarks(markdown).map((passageId) => ({ passageId, citation: find(passageId) }));
  const known = new Set(marks.flatMap((mark) => (mark.citation ? [mark.passageId] : [])));
  const clean = markdown.replace(SPACED_MARK, (mark, passageId) =>
    known.has(passageId) ? mark : "",
  );
  return {
    markdown: known.size === marks.length ? markdown : clean.trim(),
    citations: marks.flatMap(({ citation }) => citation ?? []),
    dropped: marks.length - known.size,
  };
}

function findCited(sectionId: string, passageId: string, { citations }: PostDocument) {
  const same = citations.filter((citation) => citation.passageId === passageId);
  const found = same.find((citation) => citation.sectionId === sectionId) ?? same[0];
  return found && { ...found, sectionId };
}

function findRetrieved(
  { id, markdown }: { id: string; markdown: string },
  passageId: string,
  { sources, passages }: Library,
): Citation | undefined {
  const passage = passages.find((candidate) => candidate.id === passageId);
  const source = sources.find((candidate) => candidate.id === passage?.sourceId);
  if (!passage || !source) return undefined;
  const quote = findQuote(passage.text, claimBefore(markdown, passageId));
  const { title, url } = source;
  return { sectionId: id, passageId, sourceId: source.id, title, url, quote };
}
