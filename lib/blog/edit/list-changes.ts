import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { NewEvent } from "../events/append-events";
import { toOutlineItem } from "../outline/to-outline-item";
import type { PostDocument, Section } from "../schema";

/**
 * The events that turn one document into another for whoever folds them in: sources that were added,
 * the outline, what its author links to, the sections whose text, citations or verdict differ, and what search engines are
 * told. Empty when nothing differs.
 */
export function listChanges(old: PostDocument, next: PostDocument): NewEvent[] {
  const known = new Set(old.sources.map(({ id }) => id));
  const sources = next.sources.filter(({ id }) => !known.has(id));
  const { seo } = next;
  return [
    ...sources.map((data): NewEvent => ({ type: "source", data })),
    ...(isDeepStrictEqual(next.links, old.links)
      ? []
      : [{ type: "links", data: { urls: next.links } } as const]),
    ...listOutline(old, next),
    ...next.sections.flatMap((section) => listSection(section, old, next)),
    ...(isDeepStrictEqual(seo, old.seo) ? [] : [toSeoEvent(seo)]),
  ];
}

function toSeoEvent(seo: PostDocument["seo"]): NewEvent {
  return seo ? { type: "seo", data: seo } : { type: "seo-reset", data: {} };
}

function listOutline(old: PostDocument, next: PostDocument): NewEvent[] {
  const data = toOutline(next);
  return isDeepStrictEqual(data, toOutline(old)) ? [] : [{ type: "outline", data }];
}

function toOutline({ title, sections }: PostDocument) {
  return { title, sections: sections.map(toOutlineItem) };
}

function listSection({ id }: Section, old: PostDocument, next: PostDocument): NewEvent[] {
  const before = readSection(id, old);
  const after = readSection(id, next);
  const verdict: NewEvent[] = after.verdict ? [{ type: "verdict", data: after.verdict }] : [];
  const sameText =
    before.markdown === after.markdown && isDeepStrictEqual(before.citations, after.citations);
  if (sameText && isDeepStrictEqual(before.verdict, after.verdict)) return [];
  if (sameText && after.verdict) return verdict;
  const { markdown: text, citations } = after;
  return [
    { type: "section-reset", data: { sectionId: id } },
    ...citations.map((data): NewEvent => ({ type: "citation", data })),
    ...(text ? [{ type: "section-delta", data: { sectionId: id, text } } as const] : []),
    ...verdict,
  ];
}

function readSection(id: string, document: PostDocument) {
  const { sections, citations, verdicts } = document;
  return {
    markdown: sections.find((section) => section.id === id)?.markdown ?? "",
    citations: citations.filter(({ sectionId }) => sectionId === id),
    verdict: verdicts.find(({ sectionId }) => sectionId === id),
  };
}
