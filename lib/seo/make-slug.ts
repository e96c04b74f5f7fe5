import slugify from "@sindresorhus/slugify";
import { SEO_LIMITS } from "./schema";

/** The last segment of an address: small letters, digits and hyphens; empty where no letter is left. */
export function makeSlug(text: string, max: number = SEO_LIMITS.slug): string {
  const whole = slugify(text.slice(0, 300), { decamelize: false });
  if (whole.length <= max) return whole;
  const end = whole.lastIndexOf("-", max);
  return whole.slice(0, end > max / 2 ? end : max).replace(/-+$/, "");
}

/** The first of several texts that gives a slug, numbered where somebody else has it: `caching-2`. */
export function chooseSlug(texts: readonly string[], taken: ReadonlySet<string>): string {
  const slug = texts.map((text) => makeSlug(text)).find((made) => made !== "") ?? "post";
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number += 1) {
    const ending = `-${number}`;
    const numbered = `${makeSlug(slug, SEO_LIMITS.slug - ending.length)}${ending}`;
    if (!taken.has(numbered)) return numbered;
  }
}
