import type { ImprovedSection } from "@/lib/blog/outline/schema";
import type { DraftSection } from "./outline-draft";

/** What a proposed outline does with one section. */
export type ProposedSection = {
  heading: string;
  kind: "kept" | "renamed" | "new";
  /** Its heading before, where it is renamed. */
  before: string | null;
  /** True where it has changed places with others that stay. */
  moved: boolean;
  sourceIds: string[];
  addedSources: string[];
  removedSources: string[];
  words: number | undefined;
  wordsChanged: boolean;
};
/** A proposed outline beside the one that it was made from. */
export type OutlineComparison = {
  sections: ProposedSection[];
  removed: DraftSection[];
  /** True where taking it would change nothing. */
  same: boolean;
};

/** Compares a proposal with the sections that were sent for it. Pure. */
export function compareOutlines(
  sent: readonly DraftSection[],
  proposed: readonly ImprovedSection[],
): OutlineComparison {
  const places = proposed.flatMap(({ from }) => from ?? []);
  const inPlace = longestRising(places);
  const sections = proposed.map((section) => {
    const { from } = section;
    const old = from === null ? undefined : sent[from];
    return compareSection(old, section, from !== null && !inPlace.has(from));
  });
  const kept = new Set(places);
  const removed = sent.filter((_, place) => !kept.has(place));
  return { sections, removed, same: removed.length === 0 && sections.every(isUnchanged) };
}

function compareSection(
  old: DraftSection | undefined,
  { heading, sourceIds, words }: ImprovedSection,
  moved: boolean,
): ProposedSection {
  const before = old?.heading.trim() ?? heading;
  const had = old?.sourceIds ?? [];
  return {
    heading,
    kind: old === undefined ? "new" : before === heading ? "kept" : "renamed",
    before: before === heading ? null : before,
    moved,
    sourceIds,
    addedSources: old ? sourceIds.filter((id) => !had.includes(id)) : [],
    removedSources: had.filter((id) => !sourceIds.includes(id)),
    words,
    wordsChanged: words !== old?.words,
  };
}

function isUnchanged(section: ProposedSection): boolean {
  const { kind, moved, addedSources, removedSources, wordsChanged } = section;
  const sameSources = addedSources.length + removedSources.length === 0;
  return kind === "kept" && !moved && sameSources && !wordsChanged;
}

/** The members of a longest rising run: those that stay in place while the others move around them. */
function longestRising(places: readonly number[]): ReadonlySet<number> {
  const runs: number[][] = [];
  for (const place of places) {
    const before = runs.filter((run) => (run.at(-1) ?? -1) < place);
    const longest = before.reduce<number[]>((a, b) => (b.length > a.length ? b : a), []);
    runs.push([...longest, place]);
  }
  return new Set(runs.reduce<number[]>((a, b) => (b.length > a.length ? b : a), []));
}

/** The proposal as sections of a draft: what goes on from a section keeps its name and its id. */
export function toSections(
  sent: readonly DraftSection[],
  proposed: readonly ImprovedSection[],
  createKey: () => string,
): DraftSection[] {
  return proposed.map(({ from, heading, sourceIds, words }) => {
    const old = from === null ? undefined : sent[from];
    return {
      key: old?.key ?? createKey(),
      ...(old?.id ? { id: old.id } : {}),
      heading,
      sourceIds,
      ...(words === undefined ? {} : { words }),
    };
  });
}
