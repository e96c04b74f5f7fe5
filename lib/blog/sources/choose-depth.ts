import type { GenerateBody } from "../schema";

/** From how many words on a post is long enough for the widest search. */
export const LONG_POST_WORDS = 2_000;

/** What decides how deep a post is searched. */
export type SearchNeeds = Pick<GenerateBody, "wordCount" | "category"> & {
  /** Sites that the post is kept to, or that its author prefers. */
  sites: readonly string[];
};

/**
 * The depth that fits a post whose user has left it open: the widest for a long one, a targeted search
 * where sites or a kind of page are named, else the basic one.
 */
export function chooseDepth({ wordCount, category, sites }: SearchNeeds): GenerateBody["research"] {
  if (wordCount >= LONG_POST_WORDS) return "comprehensive";
  return category || sites.length > 0 ? "targeted" : "basic";
}
