import type { DraftSection } from "../saving/draft";

/** Swaps a section with the one above (-1) or below (1) it. */
export function moveSection(sections: DraftSection[], id: string, by: -1 | 1): DraftSection[] {
  const at = sections.findIndex((section) => section.id === id);
  const [one, other] = [sections[at], sections[at + by]];
  if (!one || !other) return sections;
  return sections.map((section, index) => {
    if (index === at) return other;
    return index === at + by ? one : section;
  });
}

/** Puts an empty section below another. */
export function addBelow(
  sections: DraftSection[],
  id: string,
  fresh: DraftSection,
): DraftSection[] {
  return sections.flatMap((section) => (section.id === id ? [section, fresh] : [section]));
}

/** Puts the text of the next section under this one's; the next heading goes. */
export function mergeWithNext(sections: DraftSection[], id: string): DraftSection[] {
  const at = sections.findIndex((section) => section.id === id);
  const [first, next] = [sections[at], sections[at + 1]];
  if (!first || !next) return sections;
  const markdown = [first.markdown, next.markdown].filter(Boolean).join("\n\n");
  return [...sections.slice(0, at), { ...first, markdown }, ...sections.slice(at + 2)];
}

/** Takes one section out. */
export function removeSection(sections: DraftSection[], id: string): DraftSection[] {
  return sections.filter((section) => section.id !== id);
}

/** Changes fields of one section. */
export function patchSection(
  sections: DraftSection[],
  id: string,
  patch: Partial<DraftSection>,
): DraftSection[] {
  return sections.map((section) => (section.id === id ? { ...section, ...patch } : section));
}

/**
 * Each with the sources that it may draw on: those chosen since the last save, or the stored ones.
 * What is gone back to has to name them; an edit of the text alone leaves them out.
 */
export function nameSources(
  sections: DraftSection[],
  stored: readonly { id: string; sourceIds: string[] }[],
): DraftSection[] {
  const byId = new Map(stored.map(({ id, sourceIds }) => [id, sourceIds]));
  return sections.map((section) => {
    const sourceIds = section.sourceIds ?? byId.get(section.id);
    return sourceIds ? { ...section, sourceIds } : section;
  });
}

/** An id that no section of any post has. */
export function createSectionId(): string {
  return `sec-${crypto.randomUUID().slice(0, 13)}`;
}
