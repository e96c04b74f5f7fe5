import { z } from "zod";
import { isFarOff, shareWords } from "@/lib/blog/outline/share-words";
import type { PostDocument } from "@/lib/blog/schema";
import { LIMITS } from "@/lib/limits/registry";
import { cutText } from "@/lib/text/cut-text";

const { least: LEAST_WORDS, most: MOST_WORDS } = LIMITS.sectionWords;

/** A heading while it is edited. */
export const draftSection = z.object({
  /** Names the heading on the page; a heading of the run's own keeps its `id` too. */
  key: z.string(),
  id: z.string().optional(),
  heading: z.string(),
  sourceIds: z.array(z.string()),
  /** What its user asks for; without it, an even share of what the others leave. */
  words: z.number().optional(),
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
  | { type: "words"; key: string; words: number | undefined }
  | { type: "share" }
  | { type: "replace"; sections: DraftSection[] }
  | { type: "move"; key: string; by: number }
  | { type: "merge"; key: string }
  | { type: "remove"; key: string }
  | { type: "add"; key: string };

/** The outline as the run proposes it. */
export function startDraft({ title, sections }: PostDocument): OutlineDraft {
  const items = sections.map(({ id, heading, sourceIds, words }) => {
    return withWords({ key: id, id, heading, sourceIds }, words);
  });
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
  if (change.type === "share")
    return { ...draft, sections: sections.map((section) => withWords(section, undefined)) };
  if (change.type === "replace") return { ...draft, sections: change.sections };
  const at = sections.findIndex(({ key }) => key === change.key);
  const section = sections[at];
  return section ? { ...draft, sections: changeSections(sections, section, at, change) } : draft;
}

type SectionChange = Exclude<OutlineChange, { type: "retitle" | "add" | "share" | "replace" }>;

function withWords(section: DraftSection, words: number | undefined): DraftSection {
  const { words: _, ...rest } = section;
  return words === undefined ? rest : { ...rest, words };
}

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
    case "words":
      return sections.with(at, withWords(section, change.words));
    case "remove":
      return sections.toSpliced(at, 1);
    case "move": {
      const to = at + change.by;
      const fits = to >= 0 && to < sections.length;
      return fits ? sections.toSpliced(at, 1).toSpliced(to, 0, section) : sections;
    }
    case "merge": {
      const next = sections[at + 1];
      return next ? sections.toSpliced(at, 2, merge(section, next)) : sections;
    }
  }
}

/** Two headings as one, with the id of the first, and the sources and the length of both. */
function merge(one: DraftSection, other: DraftSection): DraftSection {
  const headings = [one.heading.trim(), other.heading.trim()].filter((text) => text !== "");
  const both = one.words !== undefined && other.words !== undefined;
  const words = both ? Math.min(MOST_WORDS, (one.words ?? 0) + (other.words ?? 0)) : undefined;
  const merged = {
    ...one,
    heading: cutText(headings.join(" and "), LIMITS.headingCharacters),
    sourceIds: [...new Set([...one.sourceIds, ...other.sourceIds])],
  };
  return withWords(merged, words);
}

/** Why an outline cannot be approved as it is; null when it can. */
export function findDraftProblem({ title, sections }: OutlineDraft): string | null {
  if (title.trim() === "") return "Give the post a title.";
  if (sections.length === 0) return "Add at least one heading.";
  return findHeadingsProblem(sections);
}

/** What is wrong with the headings of an outline, in one sentence; null when nothing is. */
export function findHeadingsProblem(sections: readonly DraftSection[]): string | null {
  if (sections.length > LIMITS.headings.most)
    return `A post has at most ${LIMITS.headings.most} headings: merge or remove some.`;
  const unnamed = sections.findIndex(({ heading }) => heading.trim() === "");
  if (unnamed >= 0) return `Give heading ${unnamed + 1} its words, or remove it.`;
  const odd = sections.findIndex(({ words }) => words !== undefined && !isLength(words));
  return odd < 0
    ? null
    : `Give section ${odd + 1} between ${LEAST_WORDS} and ${MOST_WORDS} words, or leave its length empty.`;
}

function isLength(words: number): boolean {
  return Number.isInteger(words) && words >= LEAST_WORDS && words <= MOST_WORDS;
}

/** How the lengths of the sections stand to the post's: the sum, and whether it is far off. */
export function sumWords({ sections }: OutlineDraft, wordCount: number) {
  const shares = shareWords(sections, wordCount);
  const total = shares.reduce((sum, words) => sum + words, 0);
  return { shares, total, farOff: sections.length > 0 && isFarOff(shares, wordCount) };
}

/** The body of `POST /api/blog/posts/{id}/outline`. A heading without sources leaves the choice to the run. */
export function toOutlineBody({ title, sections }: OutlineDraft) {
  return {
    title: title.trim(),
    sections: sections.map(({ id, heading, sourceIds, words }) => ({
      ...(id ? { id } : {}),
      heading: heading.trim(),
      ...(sourceIds.length > 0 ? { sourceIds } : {}),
      ...(words === undefined ? {} : { words }),
    })),
  };
}
