import { z } from "zod";
import type { PostDocument } from "@/lib/blog/schema";

/** The most headings that a post has, and the most characters of one. */
export const MOST_HEADINGS = 12;
export const LONGEST_HEADING = 200;

const draftSection = z.object({
  /** Names the heading on the page; a heading of the run's own keeps its `id` too. */
  key: z.string(),
  id: z.string().optional(),
  heading: z.string(),
  sourceIds: z.array(z.string()),
});
/** An outline while it is edited. */
export const outlineDraft = z.object({ title: z.string(), sections: z.array(draftSection) });
export type OutlineDraft = z.infer<typeof outlineDraft>;
export type DraftSection = z.infer<typeof draftSection>;

/** What a user does to an outline; `key` names the heading it is done to. */
export type OutlineChange =
  | { type: "retitle"; title: string }
  | { type: "rename"; key: string; heading: string }
  | { type: "sources"; key: string; sourceIds: string[] }
  | { type: "move"; key: string; by: 1 | -1 }
  | { type: "merge"; key: string }
  | { type: "remove"; key: string }
  | { type: "add"; key: string };

/** The outline as the run proposes it. */
export function startDraft({ title, sections }: PostDocument): OutlineDraft {
  const items = sections.map(({ id, heading, sourceIds }) => ({ key: id, id, heading, sourceIds }));
  return { title, sections: items };
}

/** Makes one change. Headings keep their ids, so that nothing written under one is lost or moved. */
export function changeDraft(draft: OutlineDraft, change: OutlineChange): OutlineDraft {
  const { sections } = draft;
  if (change.type === "retitle") return { ...draft, title: change.title };
  if (change.type === "add") {
    const added = { key: change.key, heading: "", sourceIds: [] };
    return { ...draft, sections: [...sections, added] };
  }
  const at = sections.findIndex(({ key }) => key === change.key);
  const section = sections[at];
  return section ? { ...draft, sections: changeSections(sections, section, at, change) } : draft;
}

type SectionChange = Exclude<OutlineChange, { type: "retitle" | "add" }>;

function changeSections(
  sections: DraftSection[],
  section: DraftSection,
  at: number,
  change: SectionChange,
): DraftSection[] {
  switch (change.type) {
    case "rename":
      return sections.with(at, { ...section, heading: change.heading });
    case "sources":
      return sections.with(at, { ...section, sourceIds: change.sourceIds });
    case "remove":
      return sections.toSpliced(at, 1);
    case "move": {
      const other = sections[at + change.by];
      return other ? sections.with(at, other).with(at + change.by, section) : sections;
    }
    case "merge": {
      const next = sections[at + 1];
      return next ? sections.toSpliced(at, 2, merge(section, next)) : sections;
    }
  }
}

/** Two headings as one, with the id of the first and the sources of both. */
function merge(one: DraftSection, other: DraftSection): DraftSection {
  const headings = [one.heading.trim(), other.heading.trim()].filter((text) => text !== "");
  return {
    ...one,
    heading: headings.join(" and ").slice(0, LONGEST_HEADING),
    sourceIds: [...new Set([...one.sourceIds, ...other.sourceIds])],
  };
}

/** Why an outline cannot be approved as it is; null when it can. */
export function findDraftProblem({ title, sections }: OutlineDraft): string | null {
  if (title.trim() === "") return "Give the post a title.";
  if (sections.length === 0) return "Add at least one heading.";
  if (sections.length > MOST_HEADINGS)
    return `A post has at most ${MOST_HEADINGS} headings: merge or remove some.`;
  const unnamed = sections.findIndex(({ heading }) => heading.trim() === "");
  return unnamed < 0 ? null : `Give heading ${unnamed + 1} its words, or remove it.`;
}

/** The body of `POST /api/blog/posts/{id}/outline`. A heading without sources leaves the choice to the run. */
export function toOutlineBody({ title, sections }: OutlineDraft) {
  return {
    title: title.trim(),
    sections: sections.map(({ id, heading, sourceIds }) => ({
      ...(id ? { id } : {}),
      heading: heading.trim(),
      ...(sourceIds.length > 0 ? { sourceIds } : {}),
    })),
  };
}
