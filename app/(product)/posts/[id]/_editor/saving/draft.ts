import type { EditReason } from "@/lib/blog/edit/schema";
import type { PostDocument } from "@/lib/blog/schema";

/** A section as it is being edited; `sourceIds` only where they were chosen since the last save. */
export type DraftSection = {
  id: string;
  heading: string;
  markdown: string;
  sourceIds?: string[] | undefined;
};
/** What an editor changes of a post. */
export type Draft = { title: string; sections: DraftSection[] };

/** The editable part of a stored document. */
export function toDraft({ title, sections }: PostDocument): Draft {
  const texts = sections.map(({ id, heading, markdown }) => {
    return { id, heading, markdown: markdown.trim() };
  });
  return { title, sections: texts };
}

/** True when saving one would store the same as the other. */
export function isSameDraft(one: Draft, other: Draft): boolean {
  return JSON.stringify(tidy(one)) === JSON.stringify(tidy(other));
}

function tidy({ title, sections }: Draft): unknown {
  const rows = sections.map(({ id, heading, markdown, sourceIds = null }) => {
    return [id, heading.trim(), markdown.trim(), sourceIds];
  });
  return [title.trim(), rows];
}

/** Why a version is saved when it holds several kinds of change: the weightier one. */
export function weightier(one: EditReason, other: EditReason | null): EditReason {
  const order: EditReason[] = ["typing", "outline", "sources", "tool", "restore", "conflict"];
  return other && order.indexOf(other) > order.indexOf(one) ? other : one;
}

/** The whole draft as one text, for a comparison. */
export function toText({ title, sections }: Draft): string {
  return [title, ...sections.flatMap(({ heading, markdown }) => [heading, markdown])].join("\n\n");
}

/**
 * What the server has changed of a text (it takes marks of unknown passages out), where nothing was
 * typed since; a choice of sources that it has stored is no longer one to be saved.
 */
export function mergeSaved(
  draft: Draft,
  sent: Draft,
  saved: Draft,
): { draft: Draft; replaced: string[] } {
  const replaced: string[] = [];
  const sections = draft.sections.map((section) => {
    const before = sent.sections.find(({ id }) => id === section.id);
    const stored = saved.sections.find(({ id }) => id === section.id);
    const { sourceIds, ...rest } = section;
    const isStored = stored && sourceIds && sourceIds === before?.sourceIds;
    const kept = isStored ? rest : section;
    const isUntouched = before?.markdown === section.markdown;
    if (!stored || !isUntouched || stored.markdown === section.markdown.trim()) return kept;
    replaced.push(section.id);
    return { ...kept, markdown: stored.markdown };
  });
  const isChanged = sections.some((section, index) => section !== draft.sections[index]);
  return { draft: isChanged ? { ...draft, sections } : draft, replaced };
}
