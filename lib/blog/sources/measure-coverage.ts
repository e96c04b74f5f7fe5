import { MARK } from "../citations/citation-marks";
import { splitSentences } from "../claims/split-sentences";
import type { ClaimLevel, PostDocument, Section, Source } from "../schema";

/** A section that cites a source, and how often. */
export type Citing = { id: string; heading: string; times: number };
/** Who cites a source, in the order of the sections, and how often in all. */
export type SourceCoverage = { source: Source; times: number; citing: Citing[] };
/** How many sentences of a section cite, and how its checked claims stand. */
export type SectionCoverage = {
  id: string;
  heading: string;
  sentences: number;
  cited: number;
  claims: Record<ClaimLevel, number>;
};
/** What a post rests on: its sources by who cites them, and its written sections. */
export type Coverage = { used: SourceCoverage[]; unused: Source[]; sections: SectionCoverage[] };

/** Counts what the text of a post says now, by its marks. Pure: shared with the browser. */
export function measureCoverage({ sources, sections, verdicts }: PostDocument): Coverage {
  const written = sections.filter(({ markdown }) => markdown.trim() !== "");
  const counted = written.map((section) => ({ section, marks: countMarks(section) }));
  const covered = sources.map((source): SourceCoverage => {
    const citing = counted.flatMap(({ section: { id, heading }, marks }) => {
      const times = marks.get(source.id) ?? 0;
      return times > 0 ? [{ id, heading, times }] : [];
    });
    return { source, citing, times: citing.reduce((sum, { times }) => sum + times, 0) };
  });
  return {
    used: covered.filter(({ times }) => times > 0),
    unused: covered.filter(({ times }) => times === 0).map(({ source }) => source),
    sections: written.map((section) => {
      const verdict = verdicts.find(({ sectionId }) => sectionId === section.id);
      return { ...countSentences(section), claims: countLevels(verdict?.claims ?? []) };
    }),
  };
}

/** How often a text cites each source, by its id. */
export function countMarks({ markdown }: { markdown: string }): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [, passageId = ""] of markdown.matchAll(MARK)) {
    const [id = ""] = passageId.split(".");
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

function countSentences({ id, heading, markdown }: Section) {
  const sentences = splitSentences(markdown).filter((sentence) => !sentence.heading);
  const cited = sentences.filter(({ passageIds }) => passageIds.length > 0).length;
  return { id, heading, sentences: sentences.length, cited };
}

function countLevels(claims: readonly { level: ClaimLevel }[]): Record<ClaimLevel, number> {
  const count = (wanted: ClaimLevel) => claims.filter(({ level }) => level === wanted).length;
  return {
    supported: count("supported"),
    unsure: count("unsure"),
    unsupported: count("unsupported"),
  };
}
