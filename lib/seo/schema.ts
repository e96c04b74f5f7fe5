import { z } from "zod";
import { LIMITS } from "../limits/registry";
import { storableText } from "../text/storable-text";
import { isSecureAddress } from "./is-secure-address";
import type { SeoPartId } from "./score-weights";

/** What search engines show of a page, in characters; how many options, tags and words there are. */
export const SEO_LIMITS = {
  title: 60,
  titles: 5,
  keyword: 45,
  /** A keyword of more words is a sentence, which nobody repeats. */
  keywordWords: 4,
  /** Words of a text that count as its opening. */
  openingWords: 100,
  description: { min: 120, max: 160 },
  slug: 60,
  tag: 40,
  tags: { min: 3, max: 8 },
  heading: 70,
} as const;

const line = (max: number, what: string) =>
  z.string().trim().min(1, `Give ${what}.`).max(max, `Use ${max} characters at the most.`);

/** Letters of any script, in lower case where it has one. */
const SLUG_LETTERS = /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}-]+$/u;
const isSlug = (text: string) => SLUG_LETTERS.test(text) && !/^-|--|-$/.test(text);

const MOST_OF_ADDRESS = LIMITS.addressCharacters.toLocaleString("en-US");
const webAddress = z
  .string()
  .overwrite(storableText)
  .trim()
  .max(LIMITS.addressCharacters, `Use ${MOST_OF_ADDRESS} characters at the most.`)
  .refine(isSecureAddress, "Give a whole address that begins with https://.");

const pictureText = z.string().overwrite(storableText).trim().max(LIMITS.pictureTextCharacters);

/** What only its author knows of a page: where its original is, and the picture of links to it. */
export const sharingFields = {
  canonical: webAddress.optional(),
  picture: z.strictObject({ url: webAddress, alt: pictureText }).optional(),
};

const { searchListing: MOST } = LIMITS;
/** The search listing as its user may write it: laxer than what code proposes, since the score advises. */
export const seoFields = z.strictObject({
  keyword: line(MOST.keyword, "a keyword"),
  title: line(MOST.title, "a title"),
  titles: z.array(line(MOST.title, "a title")).max(MOST.titles),
  description: line(MOST.description, "a description"),
  slug: z
    .string()
    .max(MOST.slug, `Use ${MOST.slug} characters at the most.`)
    .refine(isSlug, "Use small letters, digits and single hyphens."),
  tags: z.array(line(MOST.tag, "a tag")).max(MOST.tags, `Use ${MOST.tags} tags at the most.`),
  ...sharingFields,
});
/** What search engines and previews are told. `titles` are options, `title` is the one in use. */
export type Seo = z.infer<typeof seoFields>;

const anyText = z.string().catch("");
const anyTexts = z.array(anyText).catch([]);
/** What a model proposed, as far as it can be read: whatever is missing or of another type is empty. */
export const seoProposal = z.object({
  keyword: anyText,
  title: anyText,
  titles: anyTexts,
  description: anyText,
  slug: anyText,
  tags: anyTexts,
});
export type SeoProposal = z.infer<typeof seoProposal>;

/** An edit of a post, as `PATCH /api/blog/posts/{id}` takes it beside `version`. */
export type SeoChange = {
  seo?: Seo;
  title?: string;
  sections?: { id: string; heading?: string; markdown?: string }[];
};
export type SeoFixKind = "listing" | "title" | "heading" | "description" | "slug" | "tags" | "text";
/** One way to mend a finding: the words that change, for a diff, and the edit that changes them. */
export type SeoFixOption = { before: string; after: string; change: SeoChange };
/** A mend made by code; with several options its user chooses. */
export type SeoFix = { kind: SeoFixKind; options: SeoFixOption[] };
/** `raise`: the points that the total gains when this alone is mended; 0 where it is fine. */
export type SeoFinding = {
  id: string;
  ok: boolean;
  message: string;
  raise: number;
  fix?: SeoFix;
};
/** `score` is 0 to 100; the findings come in the order of what they would raise. */
export type SeoPart = {
  id: SeoPartId;
  name: string;
  weight: number;
  score: number;
  findings: SeoFinding[];
};
/** `total` is 0 to 100; `minutes` is the reading time, `language` an ISO 639-1 code where it is known. */
export type SeoScore = {
  total: number;
  parts: SeoPart[];
  words: number;
  minutes: number;
  language: string | null;
};
