import { z } from "zod";
import { FINISHES } from "@/lib/blog/posts/schema";
import { AUTHOR_PARTS, generateBody } from "@/lib/blog/schema";
import { LIMITS } from "@/lib/limits/registry";
import { platform } from "@/lib/onboarding/persona/schema";
import { draftSection } from "../[id]/_outline/outline-draft";

const text = z.string();

/** What the form holds: text as typed. */
export const postDraft = z.object({
  topic: text,
  wordCount: z.number().catch(LIMITS.postWords.usual),
  /** How deep it is researched; "auto" for what fits it when it goes out. */
  research: generateBody.shape.research.or(z.literal("auto")),
  /** The id of a model; empty for the one that writes by default. */
  model: text,
  audience: text,
  tone: text,
  industry: text,
  language: text,
  angle: text,
  instructions: text,
  keywords: text,
  includeDomains: text,
  excludeDomains: text,
  /** How old a source may be; empty for any age. */
  publishedWithin: generateBody.shape.publishedWithin.or(z.literal("")),
  /** Of what kind a source is; empty for any. */
  category: generateBody.shape.category.or(z.literal("")).catch(""),
  searchType: generateBody.shape.searchType,
  /** Results of one search; empty for as many as the research needs. */
  numResults: z.union([z.number(), z.literal("")]).catch(""),
  notes: text,
  /** Addresses of pages that the post may quote, one a line. */
  pages: text,
  capUsd: text,
  /** The run waits after the outline until it is approved. */
  approveOutline: z.boolean(),
  finish: z.enum(FINISHES).catch("draft"),
  /** The platform whose persona speaks. */
  voice: platform,
  /** Parts of the author's profile that this post does without. */
  without: z.array(z.enum(AUTHOR_PARTS)),
  /** The headings that it must have; none leaves them to the run. */
  outline: z.array(draftSection),
});
export type PostDraft = z.infer<typeof postDraft>;

/** A form that nobody has typed in. */
export const EMPTY_DRAFT: PostDraft = {
  topic: "",
  wordCount: LIMITS.postWords.usual,
  research: "basic",
  model: "",
  audience: "",
  tone: "",
  industry: "",
  language: "",
  angle: "",
  instructions: "",
  keywords: "",
  includeDomains: "",
  excludeDomains: "",
  publishedWithin: "",
  category: "",
  searchType: "auto",
  numResults: "",
  notes: "",
  pages: "",
  capUsd: "",
  approveOutline: false,
  finish: "draft",
  voice: "blog",
  without: [],
  outline: [],
};
