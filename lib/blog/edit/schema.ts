import { z } from "zod";
import { LIMITS } from "../../limits/registry";
import { sharingFields } from "../../seo/schema";
import { storableText } from "../../text/storable-text";
import type { Citation, Source } from "../schema";

const text = (max: number) => z.string().overwrite(storableText).trim().max(max);
const version = z.int().min(0);

/** Why a version was saved; each with the words of the history. */
export const EDIT_REASONS = {
  typing: "Written by hand",
  outline: "Outline changed",
  sources: "Sources of a section chosen",
  tool: "Suggestion accepted",
  seo: "Search details changed",
  restore: "Earlier version restored",
  conflict: "Kept over another tab's text",
} as const;
export type EditReason = keyof typeof EDIT_REASONS;

/** A section as an edit sends it; a new one brings a new id. */
const editedSection = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, "Use 1 to 40 lower case letters, digits and hyphens."),
  heading: text(LIMITS.writtenHeadingCharacters).min(1, "Give the section a heading."),
  markdown: text(LIMITS.sectionCharacters),
  /** What it may draw on from now on, of the post's sources; none is all. Left out, it stays as it is. */
  sourceIds: z.array(z.string().max(10)).max(LIMITS.sectionSources).optional(),
  /** As the document gives it: what was asked for before the writing stays as it was. */
  words: z.int().optional(),
});

const { searchListing: listing } = LIMITS;
const seo = z.strictObject({
  keyword: text(listing.keyword),
  title: text(listing.title),
  titles: z.array(text(listing.title)).max(listing.titles),
  description: text(listing.description),
  /** In the title's own letters: of scripts that have capitals, only the small ones. */
  slug: text(listing.slug).regex(
    /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}-]*$/u,
    "Use lower case letters, digits and hyphens.",
  ),
  tags: z.array(text(listing.tag).min(1)).max(listing.tags),
  ...sharingFields,
});

/**
 * Body of `PATCH /api/blog/posts/{id}`. `version` is the one that was edited; `sections` is the whole
 * list in its new order: what is missing is deleted.
 */
export const saveEditBody = z.strictObject({
  version,
  title: text(LIMITS.titleCharacters).min(1, "Give the post a title.").optional(),
  sections: z
    .array(editedSection)
    .min(1, "Keep at least one section.")
    .max(LIMITS.writtenSections)
    .superRefine((sections, context) => {
      const seen = new Set<string>();
      for (const [index, { id }] of sections.entries()) {
        if (seen.has(id))
          context.addIssue({
            code: "custom",
            path: [index, "id"],
            message: "Two sections have this id.",
          });
        seen.add(id);
      }
    })
    .optional(),
  seo: seo.optional(),
  reason: z
    .enum(["typing", "outline", "sources", "tool", "seo", "restore", "conflict"])
    .default("typing"),
});
export type SaveEditBody = z.infer<typeof saveEditBody>;

/** Body of `POST …/versions/{n}/restore`, and of a check: the version it is based on. */
export const versionBody = z.strictObject({ version });

/** A saved state as the history lists it. `words` counts those of the sections. */
export type VersionSummary = {
  version: number;
  reason: string;
  createdAt: string;
  words: number;
};

export const REVISE_ACTIONS = [
  "rewrite",
  "polish",
  "expand",
  "shorten",
  "tone",
  "sources",
  "flow",
] as const;

/** Body of `POST …/sections/{sectionId}/revise`. */
export const reviseBody = z
  .strictObject({
    version,
    action: z.enum(REVISE_ACTIONS),
    instruction: text(LIMITS.instructionCharacters.section).optional(),
    tone: text(LIMITS.toneCharacters).optional(),
    audience: text(LIMITS.audienceCharacters).optional(),
  })
  .superRefine(({ action, instruction, tone, audience }, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    if (action === "rewrite" && !instruction) refuse("instruction", "Say what should change.");
    if (action === "tone" && !tone && !audience) refuse("tone", "Name a tone or an audience.");
  });
export type ReviseBody = z.infer<typeof reviseBody>;

/** What a tool proposes: nothing has changed until an edit brings `markdown` back. */
export type Proposal = {
  sectionId: string;
  action: ReviseBody["action"] | "opening" | "links" | "quote";
  /** The version it was made from. */
  version: number;
  markdown: string;
  /** What its marks rest on, for a preview. */
  citations: Citation[];
  /** Sources that were found for it. */
  sources: Source[];
  /** How many citations of unknown passages were taken out. */
  dropped: number;
};

const wanted = text(LIMITS.instructionCharacters.proposal).optional();

/** Body of `POST …/titles`. */
export const titlesBody = z.strictObject({ version, instruction: wanted });
export type TitlesBody = z.infer<typeof titlesBody>;

/** How an opening takes its reader in. */
export const OPENING_KINDS = ["question", "fact", "scene"] as const;
export type OpeningKind = (typeof OPENING_KINDS)[number];

/** Body of `POST …/openings`. */
export const openingsBody = z.strictObject({ version, instruction: wanted });
export type OpeningsBody = z.infer<typeof openingsBody>;

/** One paragraph that the post could begin with; `doubts` says what its passages do not hold. */
export type Opening = {
  kind: OpeningKind;
  markdown: string;
  citations: Citation[];
  doubts: string[];
};
/** Answer of `POST …/openings`: nothing has changed until an edit brings one back. */
export type Openings = {
  /** The first section, which the opening belongs to. */
  sectionId: string;
  version: number;
  openings: Opening[];
};

/** Words of a section that stand in a passage as well: `markdown.trim().slice(start, end)`. */
export type CopiedRun = {
  text: string;
  words: number;
  start: number;
  end: number;
  passageId: string;
  title: string;
  url: string | null;
};
/** A sentence that stands in another post of the user. */
export type SharedSentence = { text: string; postId: string; title: string };
/** Answer of `POST …/sections/{sectionId}/originality`. */
export type Originality = {
  sectionId: string;
  version: number;
  /** Those that should be the author's own: without cited quotations. */
  words: number;
  copiedWords: number;
  copied: CopiedRun[];
  shared: SharedSentence[];
  /** What it was compared with. */
  compared: { sources: number; posts: number };
};

/** A published post of the user that fits a sentence of a section. */
export type OwnLink = { postId: string; title: string; url: string; sentence: string };
/** Answer of `POST …/sections/{sectionId}/links`, the best first. */
export type OwnLinks = {
  version: number;
  /** How many other posts of the user are live. */
  published: number;
  links: OwnLink[];
};
/** Body of `POST …/sections/{sectionId}/links/proposal`: the posts that were ticked. */
export const linksBody = z.strictObject({
  version,
  postIds: z.array(z.uuid()).min(1, "Choose at least one of your posts.").max(LIMITS.linkedPosts),
});

/**
 * Body of `POST …/sections/{sectionId}/continue`: the Markdown on both sides of the cursor, saved or
 * not. It names no version, since it changes nothing.
 */
export const continueBody = z.strictObject({
  before: text(LIMITS.aroundCursor.before),
  after: text(LIMITS.aroundCursor.after).default(""),
  /** What its author asks to stand there; left out, whatever comes next. */
  wish: text(LIMITS.wishCharacters).min(1, "Say what should be written here.").optional(),
});
export type ContinueBody = z.infer<typeof continueBody>;

/**
 * What may come next: a sentence or a few of one paragraph that cite as `[^S1.p2]`, and what their
 * marks rest on. No words where the post's sources say nothing that goes on from there.
 */
export type Continuation = { markdown: string; citations: Citation[] };
