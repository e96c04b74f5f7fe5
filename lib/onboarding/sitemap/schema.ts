import { z } from "zod";
import { LIMITS } from "../../limits/registry";
import { storableText } from "../../text/storable-text";

const text = (max: number) => z.string().overwrite(storableText).trim().max(max);
const count = z.int().min(0).max(1_000_000);
const day = z.iso.date();

/** What the sitemap of a site says of it. Days are ISO 8601. */
export const sitemapOverview = z.strictObject({
  pages: count,
  /** There are more pages, or files, than are read. */
  cut: z.boolean(),
  /** By the first part of their addresses, the largest first; "/" is what lies at the root. */
  sections: z
    .array(z.strictObject({ path: text(100).min(1), pages: count, newest: day.nullable() }))
    .max(12),
  /** Pages with a date, and the newest of these. */
  dated: count,
  newest: day.nullable(),
  /** Pages last changed in each of the twelve months that end with the newest date, the oldest first. */
  months: z.array(z.strictObject({ month: text(7), pages: count })).max(12),
  /** What readers would look for and no page seems to be about, as a model says. */
  missing: z.array(text(400).min(1)).max(8),
});
export type SitemapOverview = z.infer<typeof sitemapOverview>;

/** Body of `POST /api/onboarding/website/sitemap`. `about` is what the site writes about, where that is known. */
export const sitemapBody = z.strictObject({
  url: z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(LIMITS.addressCharacters),
  about: text(LIMITS.subjectCharacters.most).default(""),
});
export type SitemapBody = z.infer<typeof sitemapBody>;
