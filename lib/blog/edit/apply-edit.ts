import { checkClaims } from "../claims/check-claims";
import { listAuthorLinks } from "../links/list-author-links";
import { toOutlineItem } from "../outline/to-outline-item";
import type { Library, Passage } from "../run";
import type { Citation, Claim, PostDocument, Section, Verdict } from "../schema";
import { citeMarks } from "./cite-marks";
import type { SaveEditBody } from "./schema";

/** What an edit asks for, whatever it was based on. */
export type Edit = Pick<SaveEditBody, "title" | "sections" | "seo">;
type Part = { section: Section; citations: Citation[]; verdict: Verdict | undefined };

/**
 * The document as an edit wants it: sections that keep their text keep their citations and verdict,
 * the others are cited and compared with their passages anew. Which sources a section may draw on
 * changes by what the edit says of it, and by what its text newly cites. Pure.
 */
export function applyEdit(document: PostDocument, edit: Edit, evidence: Library): PostDocument {
  const parts = edit.sections?.map((section) => toPart(section, document, evidence));
  return {
    ...document,
    title: edit.title ?? document.title,
    seo: edit.seo ?? document.seo,
    links: listAuthorLinks(document, edit.sections ?? []),
    ...(parts ? joinParts(parts, document, evidence) : {}),
  };
}

type EditedSection = NonNullable<Edit["sections"]>[number];

function toPart(edited: EditedSection, document: PostDocument, evidence: Library): Part {
  const { id, heading } = edited;
  const chosen = edited.sourceIds && [...new Set(edited.sourceIds)];
  const old = document.sections.find((section) => section.id === id);
  const ownCitations = document.citations.filter((citation) => citation.sectionId === id);
  const ownVerdict = document.verdicts.find((verdict) => verdict.sectionId === id);
  if (old && old.markdown.trim() === edited.markdown)
    return {
      section: { ...old, heading, sourceIds: chosen ?? old.sourceIds },
      citations: ownCitations,
      verdict: ownVerdict,
    };
  const { markdown, citations, dropped } = citeMarks(edited, document, evidence);
  const sourceIds = addCited(chosen ?? old?.sourceIds, { before: ownCitations, now: citations });
  const claims = compareClaims(markdown, { document, evidence, citations });
  const verdict = { sectionId: id, dropped: (ownVerdict?.dropped ?? 0) + dropped, claims };
  return {
    section: { ...toOutlineItem({ ...old, id, heading, sourceIds }), markdown },
    citations,
    verdict: markdown === "" ? undefined : verdict,
  };
}

type Cited = { before: Citation[]; now: Citation[] };

/** A source that the text newly cites joins; one that it cited before may have been left out by choice. */
function addCited(sourceIds: string[] | undefined, { before, now }: Cited): string[] {
  const old = new Set(before.map(({ sourceId }) => sourceId));
  const fresh = now.flatMap(({ sourceId }) => (old.has(sourceId) ? [] : [sourceId]));
  const mayUseAll = sourceIds?.length === 0;
  return mayUseAll ? [] : [...new Set([...(sourceIds ?? []), ...fresh])];
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
