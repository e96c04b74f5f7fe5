import MiniSearch from "minisearch";
import type { Passage } from "../run";

/**
 * The passages that fit a section best, in their own order: full-text rank of each against the
 * heading and the topic, and the beginnings of the sources where nothing matches.
 *
 * @param most how many at the most.
 */
export function selectPassages(passages: Passage[], query: string, most: number): Passage[] {
  if (passages.length <= most) return passages;
  const index = new MiniSearch<Passage>({ fields: ["text"] });
  index.addAll(passages);
  const ranked = index
    .search(query, { combineWith: "OR", prefix: true })
    .map(({ id }) => String(id));
  const inOrder = new Set([...ranked, ...passages.map(({ id }) => id)]);
  const best = new Set([...inOrder].slice(0, most));
  return passages.filter(({ id }) => best.has(id));
}
