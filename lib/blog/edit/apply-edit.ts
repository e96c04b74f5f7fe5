import { checkClaims } from "../claims/check-claims";
import type { Library, Passage } from "../run";
import type { Citation, Claim, PostDocument, Section, Verdict } from "../schema";
import { citeMarks } from "./cite-marks";
import type { SaveEditBody } from "./schema";

/** What an edit asks for, whatever it was based on. */
export type Edit = Pick<SaveEditBody, "title" | "sections" | "seo">;
type Part = { section: Section; citations: Citation[]; verdict: Verdict | undefined };

/**
 * The document as an edit wants it: sections that keep their text keep their citations and verdict,
 * the others are cited and compared with their passages anew. Pure.
 */
export function applyEdit(document: PostDocument, edit: Edit, evidence: Library): PostDocument {
  const parts = edit.sections?.map((section) => toPart(section, document, evidence));
  return {
    ...document,
    title: edit.title ?? document.title,
    seo: edit.seo ?? document.seo,
    ...(parts ? joinParts(parts, document, evidence) : {}),
  };
}

type EditedSection = NonNullable<Edit["sections"]>[number];

function toPart(edited: EditedSection, document: PostDocument, evidence: Library): Part {
  const { id, heading } = edited;
  const old = document.sections.find((section) => section.id === id);
  const ownCitations = document.citations.filter((citation) => citation.sectionId === id);
  const ownVerdict = document.verdicts.find((verdict) => verdict.sectionId === id);
  if (old && old.markdown.trim() === edited.markdown)
    return { section: { ...old, heading }, citations: ownCitations, verdict: ownVerdict };
  const { markdown, citations, dropped } = citeMarks(edited, document, evidence);
  const cited = citations.map(({ sourceId }) => sourceId);
  const sourceIds = [...new Set([...(old?.sourceIds ?? []), ...cited])];
  const claims = compareClaims(markdown, { document, evidence, citations });
  const verdict = { sectionId: id, dropped: (ownVerdict?.dropped ?? 0) + dropped, claims };
  return {
    section: { id, heading, sourceIds, markdown },
    citations,
    verdict: markdown === "" ? undefined : verdict,
  };
}

type Known = { document: PostDocument; evidence: Library; citations: Citation[] };

/** Claims as code sees them; a sentence that was judged before, in any section, keeps its level. */
function compareClaims(markdown: string, { document, evidence, citations }: Known): Claim[] {
  const judged = document.verdicts.flatMap((verdict) => verdict.claims);
  return checkClaims(markdown, listPassages(evidence, citations)).map(
    (claim) => judged.find((before) => isSame(before, claim)) ?? claim,
  );
}

function isSame(one: Claim, other: Claim): boolean {
  return one.text === other.text && one.passageIds.join() === other.passageIds.join();
}

/** Posts of before passages were kept have the quotes of their citations. */
function listPassages({ passages }: Library, citations: Citation[]): Passage[] {
  const quoted = citations.filter(({ passageId }) => !passages.some(({ id }) => id === passageId));
  const quotes = quoted.map(({ passageId, sourceId, quote }) => {
    return { id: passageId, sourceId, text: quote };
  });
  return [...passages, ...quotes];
}

function joinParts(parts: Part[], document: PostDocument, evidence: Library) {
  const citations = parts.flatMap((part) => part.citations);
  const known = new Set(document.sources.map(({ id }) => id));
  const fresh = evidence.sources.filter(
    ({ id }) => !known.has(id) && citations.some(({ sourceId }) => sourceId === id),
  );
  return {
    sources: [...document.sources, ...fresh],
    sections: parts.map((part) => part.section),
    citations,
    verdicts: parts.flatMap((part) => part.verdict ?? []),
  };
}
