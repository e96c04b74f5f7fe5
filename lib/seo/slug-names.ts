import { makeSlug } from "../text/make-slug";
import { hasKeyword } from "./count-keyword";
import { SEO_LIMITS } from "./schema";

/** True when the end of an address names the keyword, or the keyword has no letters for one. */
export function slugNames(slug: string, keyword: string): boolean {
  const word = makeSlug(keyword, SEO_LIMITS.slug);
  return join(slug).includes(join(word)) || hasKeyword(slug, keyword);
}

const join = (slug: string) => slug.replaceAll("-", "");
