import { z } from "zod";
import { LIMITS } from "../../limits/registry";
import { storableText } from "../../text/storable-text";
import { sitemapOverview } from "../sitemap/schema";

const text = (max: number) => z.string().overwrite(storableText).trim().max(max);
const { sampleCharacters: SAMPLE, businessCharacters: BUSINESS, profileCharacters: MOST } = LIMITS;
const lines = z.array(text(MOST.line).min(1)).max(LIMITS.listLines);
/** A public page; the server itself never opens it. */
const pageUrl = z
  .url({ protocol: /^https?$/, hostname: z.regexes.domain })
  .max(LIMITS.addressCharacters);

/** What a website, a text or a business sounds like; every field can be filled in by hand. */
export const websiteProfile = z.strictObject({
  description: text(LIMITS.subjectCharacters.most).min(
    1,
    "Say in a sentence or two what you write about.",
  ),
  audience: text(MOST.audience).min(1, "Say who reads you."),
  writingStyle: text(MOST.style).min(1, "Say how your texts sound."),
  brandVoice: text(MOST.brandVoice).default(""),
  contentType: text(MOST.contentType).default(""),
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
    sample: text(SAMPLE.most).optional(),
    business: text(BUSINESS.most).optional(),
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
  z.strictObject({ url: pageUrl, pages: z.array(pageUrl).max(LIMITS.furtherPages).default([]) }),
  z.strictObject({
    sample: text(SAMPLE.most).min(SAMPLE.least, `Paste at least ${SAMPLE.least} characters.`),
  }),
  z.strictObject({
    business: text(BUSINESS.most).min(
      BUSINESS.least,
      `Write at least ${BUSINESS.least} characters.`,
    ),
  }),
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
