import { z } from "zod";
import { LIMITS } from "../../limits/registry";
import { storableText } from "../../text/storable-text";

const text = (max: number) => z.string().overwrite(storableText).trim().max(max);
const pageUrl = z
  .url({ protocol: /^https?$/, hostname: z.regexes.domain })
  .max(LIMITS.addressCharacters);
const domain = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^([a-z0-9-]{1,63}\.)+[a-z]{2,63}$/, "Give a bare domain such as example.org.");

const ofCompetitor = LIMITS.competitorCharacters;
/** Somebody who writes for the same readers, with sentences of their site. */
export const competitor = z.strictObject({
  name: text(ofCompetitor.name).min(1),
  url: pageUrl,
  summary: text(ofCompetitor.summary).default(""),
  highlights: z.array(text(ofCompetitor.quote)).max(LIMITS.competitorQuotes).default([]),
});
export type Competitor = z.infer<typeof competitor>;

export const SOCIAL_PLATFORMS = [
  "linkedin",
  "x",
  "facebook",
  "instagram",
  "youtube",
  "medium",
  "substack",
  "github",
] as const;
export const socialAccount = z.strictObject({
  platform: z.enum(SOCIAL_PLATFORMS),
  url: pageUrl,
});
export type SocialAccount = z.infer<typeof socialAccount>;

export const CONTENT_TYPES = [
  "how-to",
  "explainer",
  "comparison",
  "opinion",
  "news",
  "case study",
  "list",
] as const;

/** How the searches of a post are made unless the post says otherwise; "auto" is what fits each post. */
export const researchPreferences = z.strictObject({
  depth: z.enum(["auto", "basic", "targeted", "comprehensive"]).default("basic"),
  contentTypes: z.array(z.enum(CONTENT_TYPES)).max(CONTENT_TYPES.length).default([]),
  factChecking: z.boolean().default(true),
  preferDomains: z.array(domain).max(LIMITS.searchSites).default([]),
  avoidDomains: z.array(domain).max(LIMITS.searchSites).default([]),
});
export type ResearchPreferences = z.infer<typeof researchPreferences>;

/** Where accounts of each platform are. */
export const SOCIAL_HOSTS = [
  "linkedin.com",
  "x.com",
  "facebook.com",
  "instagram.com",
  "youtube.com",
  "medium.com",
  "substack.com",
  "github.com",
] as const;

/** Body of `POST /api/onboarding/research/socials`: the links of the site, or a search. */
export const socialsBody = z.strictObject({ url: pageUrl, by: z.enum(["links", "search"]) });
export type SocialsBody = z.infer<typeof socialsBody>;
/** What each way to find accounts costs, in US dollars. */
export type SocialsPrices = Record<SocialsBody["by"], number>;

const lines = z.array(text(LIMITS.profileCharacters.line).min(1)).max(LIMITS.listLines);
const count = z.int().min(0).max(100_000);
const day = z.iso.date();

/** What the user's own site has already, counted over the pages that Exa read. */
export const contentOverview = z.strictObject({
  /** Pages of the site that its front page links to; at most 100 links are looked at. */
  linkedPages: count,
  readPages: count,
  /** Of the beginning of each page, as far as it was read. */
  medianWords: count,
  /** Words that several pages share, with the number of pages. */
  words: z.array(z.strictObject({ word: text(40).min(1), pages: count })).max(12),
  /** Null where fewer than two pages carry a date. Days are ISO 8601. */
  published: z
    .strictObject({ datedPages: count, first: day, last: day, longestPauseDays: count })
    .nullable(),
});
export type ContentOverview = z.infer<typeof contentOverview>;

/** Body of `PUT /api/onboarding/steps/research`; everything but the preferences may be empty. */
export const researchData = z.strictObject({
  competitors: z.array(competitor).max(LIMITS.competitors).default([]),
  socials: z.array(socialAccount).max(LIMITS.socialAccounts).default([]),
  /** What competitors write about. */
  topics: lines.default([]),
  /** What they leave out: where this user can say something new. */
  gaps: lines.default([]),
  /** Null while the user's own site was not read. */
  content: contentOverview.nullable().default(null),
  preferences: researchPreferences,
});
export type ResearchData = z.infer<typeof researchData>;

const { least, most } = LIMITS.subjectCharacters;
/** Body of `POST /api/onboarding/research/discover`; without competitors they are searched for. */
export const discoverBody = z.strictObject({
  description: text(most).min(least, "Say in a sentence what you write about."),
  url: pageUrl.optional(),
  competitors: z.array(competitor).min(1).max(LIMITS.competitors).optional(),
});
export type DiscoverBody = z.infer<typeof discoverBody>;
