import { z } from "zod";
import { storableText } from "../../text/storable-text";
import { sitemapOverview } from "../sitemap/schema";

const text = (max: number) => z.string().overwrite(storableText).trim().max(max);
const lines = z.array(text(400).min(1)).max(12);
/** A public page; the server itself never opens it. */
const pageUrl = z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(2_000);

/** What a website, a text or a business sounds like; every field can be filled in by hand. */
export const websiteProfile = z.strictObject({
  description: text(2_000).min(1, "Say in a sentence or two what you write about."),
  audience: text(600).min(1, "Say who reads you."),
  writingStyle: text(1_200).min(1, "Say how your texts sound."),
  brandVoice: text(1_200).default(""),
  contentType: text(600).default(""),
  patterns: lines.default([]),
  guidelines: lines.default([]),
  avoid: lines.default([]),
});
export type WebsiteProfile = z.infer<typeof websiteProfile>;
export const PROFILE_FIELDS = [
  "description",
  "audience",
  "writingStyle",
  "brandVoice",
  "contentType",
  "patterns",
  "guidelines",
  "avoid",
] as const satisfies readonly (keyof WebsiteProfile)[];

/** Where the profile came from. */
export const WEBSITE_SOURCES = ["site", "text", "business"] as const;

/** Body of `PUT /api/onboarding/steps/website`. */
export const websiteData = z
  .strictObject({
    source: z.enum(WEBSITE_SOURCES),
    url: pageUrl.optional(),
    sample: text(20_000).optional(),
    business: text(4_000).optional(),
    profile: websiteProfile,
    /** Null while the site's sitemap was not read. */
    sitemap: sitemapOverview.nullable().default(null),
  })
  .refine(({ source, url }) => source !== "site" || url, {
    path: ["url"],
    error: "Give the address of your site, or choose another way.",
  });
export type WebsiteData = z.infer<typeof websiteData>;

/** Body of `POST /api/onboarding/website/analyze`: exactly one of the three. */
export const analyzeBody = z.union([
  z.strictObject({ url: pageUrl, pages: z.array(pageUrl).max(5).default([]) }),
  z.strictObject({ sample: text(20_000).min(200, "Paste at least 200 characters.") }),
  z.strictObject({ business: text(4_000).min(30, "Write at least 30 characters.") }),
]);
export type AnalyzeBody = z.infer<typeof analyzeBody>;

/** A page that was asked for: read, or why not. */
export const pageReport = z.object({
  url: z.string(),
  title: z.string(),
  ok: z.boolean(),
  reason: z.string().optional(),
});
export type PageReport = z.infer<typeof pageReport>;

/** An analysis of an earlier day, kept for reuse. `at` is ISO 8601 in UTC, `usd` what it cost. */
export const savedAnalysis = z.object({
  id: z.uuid(),
  at: z.string(),
  label: z.string(),
  usd: z.number(),
  profile: websiteProfile,
});
export type SavedAnalysis = z.infer<typeof savedAnalysis>;
