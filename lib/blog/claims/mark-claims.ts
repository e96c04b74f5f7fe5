import { MARK } from "../citations/citation-marks";
import type { Claim } from "../schema";
import { splitSentences } from "./split-sentences";

/**
 * Writes into each mark of a section which claim it belongs to: `[^S1.p2]` becomes `[^S1.p2!3]` for
 * the claim with index 3. A sentence that was changed since the check has no claim, and its marks stay
 * as they are. For display alone: shared with the browser, never stored.
 */
export function markClaims(markdown: string, claims: readonly Claim[]): string {
  if (claims.length === 0) return markdown;
  const places = new Map<string, number[]>();
  for (const [index, { text }] of claims.entries())
    places.set(text, [...(places.get(text) ?? []), index]);
  let out = "";
  let from = 0;
  for (const { start, end, text } of splitSentences(markdown)) {
    const index = places.get(text)?.shift();
    if (index === undefined) continue;
    const marked = markdown.slice(start, end).replace(MARK, `[^$1!${index}]`);
    out += markdown.slice(from, start) + marked;
    from = end;
  }
  return out + markdown.slice(from);
}
