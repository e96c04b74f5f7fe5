import { z } from "zod";
import { LIMITS } from "../limits/registry";
import { modelId } from "../models/schema";
import { platform } from "../onboarding/persona/schema";
import type { Seo } from "../seo/schema";
import { storableText } from "../text/storable-text";
import type { Cost, RunProblem, WriterChange } from "./events/schema";
import { FINISHES } from "./posts/schema";
import { ownSource, RESEARCH, SEARCH_TYPES, SOURCE_KINDS, searchResults } from "./sources/schema";
import { topic } from "./topic/schema";

const text = (max: number) => z.string().overwrite(storableText).trim().max(max);
const domain = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^([a-z0-9-]{1,63}\.)+[a-z]{2,63}$/, "Give a bare domain such as example.org.");

/** What the wizard has learned that shapes a post, in the order of the prompts. */
export const AUTHOR_PARTS = ["persona", "style", "audience", "gaps", "preferences"] as const;
export type AuthorPart = (typeof AUTHOR_PARTS)[number];
/** Each with its name on a page, and the wizard step that it comes from. */
export const AUTHOR_PART_CARDS = {
  persona: { name: "Your persona", step: "persona" },
  style: { name: "The style of your site", step: "website" },
  audience: { name: "Your readers", step: "website" },
  gaps: { name: "What competitors leave out", step: "research" },
  preferences: { name: "Your research preferences", step: "research" },
} as const satisfies Record<AuthorPart, { name: string; step: string }>;
const ifUsed = z.boolean().optional();

/** What a user may ask of one section, in words. */
const { least: LEAST_WORDS, most: MOST_WORDS } = LIMITS.sectionWords;
const words = z
  .int()
  .min(LEAST_WORDS, `Give a section at least ${LEAST_WORDS} words.`)
  .max(MOST_WORDS, `Give a section at most ${MOST_WORDS} words.`);
const wantedHeading = text(LIMITS.headingCharacters).min(1);

const { least: SHORTEST, most: LONGEST, usual: USUAL } = LIMITS.postWords;
const ANY_LENGTH = `Give a length of ${SHORTEST} to ${LONGEST.toLocaleString("en-US")} words.`;
const ANY_CAP = `Give a sum in dollars above 0 and up to ${LIMITS.postCapUsd}, such as 0.25.`;
/** Body of `POST /api/blog/generate`. Lengths are in characters, `wordCount` in words, `capUsd` in dollars. */
export const generateBody = z.strictObject({
  topic,
  keywords: z.array(text(LIMITS.keywordCharacters).min(1)).max(LIMITS.keywords).optional(),
  audience: text(LIMITS.audienceCharacters).optional(),
  tone: text(LIMITS.toneCharacters).optional(),
  industry: text(LIMITS.industryCharacters).optional(),
  language: text(LIMITS.languageCharacters).optional(),
  /** From what side the topic is taken. */
  angle: text(LIMITS.angleCharacters).optional(),
  /** What else the writer should know or keep to, in the user's own words. */
  instructions: text(LIMITS.instructionCharacters.post).optional(),
  wordCount: z.int(ANY_LENGTH).min(SHORTEST, ANY_LENGTH).max(LONGEST, ANY_LENGTH).default(USUAL),
  research: z.enum(RESEARCH).default("basic"),
  includeDomains: z.array(domain).max(LIMITS.searchSites).optional(),
  excludeDomains: z.array(domain).max(LIMITS.searchSites).optional(),
  /** Only pages that carry a date, and none that is older. */
  publishedWithin: z.enum(["month", "year", "five-years"]).optional(),
  /** Only pages of one kind. */
  category: z.enum(SOURCE_KINDS).optional(),
  sources: z
    .array(ownSource)
    .max(LIMITS.ownSources, `Give at most ${LIMITS.ownSources} sources of your own.`)
    .optional(),
  /** The headings, each alone or with the words that its section should have. */
  outline: z
    .array(
      z.union([wantedHeading, z.strictObject({ heading: wantedHeading, words: words.optional() })]),
    )
    .min(1)
    .max(LIMITS.headings.most)
    .optional(),
  approveOutline: z.boolean().default(false),
  /** A draft unless it is to be polished. */
  finish: z.enum(FINISHES).optional(),
  /** Any model of the user's key; the one they chose last unless given. */
  model: modelId.optional(),
  /** How Exa searches: each kind has a price of its own. */
  searchType: z.enum(SEARCH_TYPES).default("auto"),
  /** Results of one search; as many as the research needs unless given. */
  numResults: searchResults.optional(),
  capUsd: z.number(ANY_CAP).positive(ANY_CAP).max(LIMITS.postCapUsd, ANY_CAP).optional(),
  /** Whose persona speaks: that of the blog unless another platform is named. */
  voice: platform.optional(),
  /** Each part is used unless it is switched off for this post. */
  useProfile: z
    .strictObject({
      persona: ifUsed,
      style: ifUsed,
      audience: ifUsed,
      gaps: ifUsed,
      preferences: ifUsed,
    } satisfies Record<AuthorPart, typeof ifUsed>)
    .optional(),
});
export type GenerateBody = z.infer<typeof generateBody>;
export type GenerateInput = z.input<typeof generateBody>;

/** Body of `PUT /api/blog/posts/{id}/cap`: US dollars that the post may cost in all; null is no cap. */
export const postCapBody = z.strictObject({
  capUsd: generateBody.shape.capUsd.unwrap().nullable(),
});
export type PostCapBody = z.infer<typeof postCapBody>;

/** Body of `POST /api/blog/posts/{id}/outline`: the outline as the user wants it written. */
export const outlineBody = z.strictObject({
  title: text(LIMITS.titleCharacters).min(1).optional(),
  sections: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(/^[a-z0-9-]{1,40}$/, "Keep the id of a section, or leave it out.")
          .optional(),
        heading: text(LIMITS.headingCharacters).min(1, "Give every section a heading."),
        sourceIds: z.array(z.string().max(10)).max(LIMITS.approvedSources).optional(),
        /** How long it should be; without it, it gets an even share of what the others leave. */
        words: words.optional(),
        /** As the document gives it: nothing is written yet. */
        markdown: z.literal("").optional(),
      }),
    )
    .min(1, "Keep at least one section.")
    .max(LIMITS.approvedHeadings),
});
export type OutlineBody = z.infer<typeof outlineBody>;

export const POST_STATUSES = [
  "queued",
  "running",
  "waiting",
  "needs-key",
  "stopped",
  "failed",
  "ready",
  "published",
] as const;
export const postStatus = z.enum(POST_STATUSES);
export type PostStatus = z.infer<typeof postStatus>;

const LIVE: readonly PostStatus[] = ["queued", "running", "waiting"];
/** True while the run of a post may say more. */
export function isLive(status: PostStatus): boolean {
  return LIVE.includes(status);
}

export const STAGES = [
  "preflight",
  "plan",
  "search",
  "outline",
  "sections",
  "check",
  "seo",
] as const;
export type StageId = (typeof STAGES)[number];

/** Where a passage came from. `id` is `S1`, `S2`, …; `url` is null for the user's own notes. */
export type Source = {
  id: string;
  url: string | null;
  title: string;
  publishedAt: string | null;
  /** Who wrote it, where the search says so. */
  author?: string | undefined;
};
/**
 * One footnote: section text says `[^S1.p2]`, and this says what passage S1.p2 is and quotes it.
 * The number a reader sees is the order of first appearance (`number-citations.ts`).
 */
export type Citation = {
  sectionId: string;
  passageId: string;
  sourceId: string;
  title: string;
  url: string | null;
  quote: string;
};
/** `words` is what a user has asked for; a section without it gets an even share. */
export type OutlineItem = {
  id: string;
  heading: string;
  sourceIds: string[];
  words?: number | undefined;
};
/**
 * How well the cited passages bear a sentence: shown as green, amber and red. `unsupported` is what
 * code has refuted (a number, date or quotation that no cited passage holds) or a judge has.
 */
export const CLAIM_LEVELS = ["supported", "unsure", "unsupported"] as const;
export type ClaimLevel = (typeof CLAIM_LEVELS)[number];
/** One sentence of a section that cites; `text` without its marks. `quote` is a substring of a passage. */
export type Claim = {
  text: string;
  passageIds: string[];
  level: ClaimLevel;
  quote: string | null;
  reason: string | null;
};
/** What the citation check of a section found; `dropped` counts the citations of unknown passages. */
export type Verdict = { sectionId: string; dropped: number; claims: Claim[] };
/** The payload of each event. A client that applies them in order has the stored document. */
export type EventData = {
  stage: { stage: StageId; state: "started" | "done" };
  used: { parts: AuthorPart[] };
  model: WriterChange;
  /** What a provider had to say of its answer, in its own words. */
  remark: { provider: string; text: string };
  query: { query: string };
  source: Source;
  outline: { title: string; sections: OutlineItem[] };
  "section-start": { sectionId: string };
  "section-delta": { sectionId: string; text: string };
  "section-reset": { sectionId: string };
  citation: Citation;
  verdict: Verdict;
  cost: Cost;
  /** `until` is null where the run waits for its user (`reason` "outline"). */
  wait: { until: string | null; reason: "quota_minute" | "outline" };
  "needs-key": RunProblem;
  seo: Seo;
  "seo-reset": Record<string, never>;
  links: { urls: string[] };
  error: RunProblem;
  done: { status: PostStatus };
};
export type EventType = keyof EventData;
/** A stored event: `id` increases by one within a post. */
export type PostEvent = {
  [Type in EventType]: { id: number; type: Type; data: EventData[Type] };
}[EventType];

export type Section = OutlineItem & { markdown: string };
/** What a post is, at any moment of its run. It cites as `[^S1.p2]`, and links to what its author did, `links`, alone. */
export type PostDocument = {
  title: string;
  stage: StageId | null;
  /** What of the author's profile shaped it. */
  used: AuthorPart[];
  /** Set where another model writes than the one that was wanted. */
  model: WriterChange | null;
  remarks: { provider: string; text: string }[];
  queries: string[];
  sources: Source[];
  sections: Section[];
  links: string[];
  citations: Citation[];
  verdicts: Verdict[];
  seo: Seo | null;
  cost: Cost;
  problem: RunProblem | null;
};

/** A post as `GET /api/blog/posts/{id}` gives it. Times are ISO 8601 in UTC. */
export type Post = {
  id: string;
  topic: string;
  status: PostStatus;
  document: PostDocument;
  /** What the run waits for, while it does. */
  wait: EventData["wait"] | null;
  /** The id of the last event in `document`: follow the stream from here. */
  lastEventId: number;
  /** Counts the saved states after the run; send it with an edit. 0 until the run has ended. */
  version: number;
  createdAt: string;
  updatedAt: string;
  finishedAt: string | null;
};
/** A post as the list gives it. */
export type PostSummary = Pick<Post, "id" | "topic" | "status" | "createdAt" | "updatedAt"> & {
  title: string;
  /** How many are read; null until its run has ended. */
  words: number | null;
  costUsd: number;
  /** When its user deleted it; null for a post that is there. */
  deletedAt: string | null;
};
