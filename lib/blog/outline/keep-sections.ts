import { LIMITS } from "../../limits/registry";
import type { OutlineBody } from "../schema";
import type { Tool } from "../tools/open-tool";
import type { RepliedSection } from "./replied-outline";
import type { ImprovedSection } from "./schema";
import { shareWords } from "./share-words";

/**
 * A proposed outline over the present one: each section goes on from at most one of those that were
 * sent, and draws on sources of the post alone. Pure.
 *
 * @param replied whose `keeps` is "H1" for the first section that was sent, and so on.
 */
export function keepSections(
  { post, evidence }: Pick<Tool, "post" | "evidence">,
  { sections }: OutlineBody,
  replied: readonly RepliedSection[],
): ImprovedSection[] {
  const known = new Set(evidence.sources.map(({ id }) => id));
  const shares = shareWords(sections, post.request.wordCount);
  const even = shares[sections.findIndex((section) => section.words === undefined)];
  const taken = new Set<number>();
  return replied.map(({ keeps, heading, sourceIds, words }) => {
    const from = findPlace(keeps, sections.length, taken);
    const kept = from === null ? undefined : sections[from];
    const named = [...new Set(sourceIds)].filter((id) => known.has(id));
    const asked = isLength(words) ? Math.round(words) : undefined;
    const isShare = asked === (from === null ? even : shares[from]);
    const length = isShare ? kept?.words : (asked ?? kept?.words);
    return {
      from,
      ...(kept?.id ? { id: kept.id } : {}),
      heading,
      sourceIds: named.length > 0 ? named : (kept?.sourceIds ?? []),
      ...(length === undefined ? {} : { words: length }),
    };
  });
}

/** The place that "H3" names, unless another section has it already. */
function findPlace(keeps: string, count: number, taken: Set<number>): number | null {
  const place = Number(/^H(\d+)$/.exec(keeps)?.[1] ?? 0) - 1;
  if (place < 0 || place >= count || taken.has(place)) return null;
  taken.add(place);
  return place;
}

function isLength(words: number | undefined): words is number {
  return (
    words !== undefined && words >= LIMITS.sectionWords.least && words <= LIMITS.sectionWords.most
  );
}
