import { type HeadingPlan, rankSources } from "./list-headings";
import { capitalize, nameSource, nameSubject } from "./name-subject";
import type { Brief, PresentSection } from "./parse-brief";

/** A section of a better outline; `keeps` is the label of the present one that it goes on from. */
export type ImprovedPlan = HeadingPlan & { keeps: string; words: number };

/**
 * What an editor might do: the last but one goes where there are more than three, the second moves to
 * the end and is renamed, and a section on the source that nobody uses comes before it.
 */
export function improveOutline(brief: Brief): ImprovedPlan[] {
  const kept = brief.outline.length > 3 ? brief.outline.toSpliced(-2, 1) : brief.outline;
  const [first, second, ...rest] = kept.map(keep);
  const renamed = second && { ...second, heading: `${second.heading}, step by step` };
  return [first, ...rest, addSection(brief), renamed].flatMap((plan) => plan ?? []);
}

function keep({ id, heading, sourceIds, words }: PresentSection): ImprovedPlan {
  return { keeps: id, heading, sourceIds, words };
}

function addSection(brief: Brief): ImprovedPlan {
  const used = new Set(brief.outline.flatMap(({ sourceIds }) => sourceIds));
  const unused = brief.sources.filter(({ id }) => !used.has(id));
  const [source] = rankSources(unused.length > 0 ? unused : brief.sources, brief.topic);
  const subject = source ? nameSource(source.title) : nameSubject(brief.topic);
  return {
    keeps: "new",
    heading: `${capitalize(subject)}: what else to know`,
    sourceIds: source ? [source.id] : [],
    words: brief.outline[0]?.words ?? 200,
  };
}
