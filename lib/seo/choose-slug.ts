import { makeSlug } from "../text/make-slug";
import { SEO_LIMITS } from "./schema";

/** The first of several texts that gives a slug, numbered where somebody else has it: `caching-2`. */
export function chooseSlug(texts: readonly string[], taken: ReadonlySet<string>): string {
  const slugs = texts.map((text) => makeSlug(text, SEO_LIMITS.slug));
  const slug = slugs.find((made) => made !== "") ?? "post";
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number += 1) {
    const ending = `-${number}`;
    const numbered = `${makeSlug(slug, SEO_LIMITS.slug - ending.length)}${ending}`;
    if (!taken.has(numbered)) return numbered;
  }
}
