import { readWords } from "../../text/read-words";

type Titled = { id: string; heading: string };

/**
 * Which section of an outline minds which keyword: the one whose heading says most of its words, and
 * among equals the one that has fewest, so that no keyword is pressed into every section. Pure.
 *
 * @returns the keywords of each section, by its id; every keyword is in exactly one of them.
 */
export function shareKeywords(
  outline: readonly Titled[],
  keywords: readonly string[],
): Map<string, string[]> {
  const shares = new Map(outline.map(({ id }): [string, string[]] => [id, []]));
  for (const keyword of keywords) {
    const wanted = wordsOf(keyword);
    const said = ({ heading }: Titled) => [...wordsOf(heading)].filter((word) => wanted.has(word));
    const count = ({ id }: Titled) => shares.get(id)?.length ?? 0;
    const [best] = outline.toSorted(
      (one, other) => said(other).length - said(one).length || count(one) - count(other),
    );
    if (best) shares.get(best.id)?.push(keyword);
  }
  return shares;
}

function wordsOf(text: string): Set<string> {
  return new Set(readWords(text).map(({ key }) => key));
}
