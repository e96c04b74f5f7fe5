import { z } from "zod";
import { publisherKind, siteFacts, siteListing } from "../integrations/schema";
import { LIMITS } from "../limits/registry";

const { leastMinutes, mostYears } = LIMITS.scheduleAhead;
/** How long before its time a post must be scheduled, and how long at most, in milliseconds. */
const SOONEST_MS = leastMinutes * 60_000;
const LATEST_MS = mostYears * 366 * 86_400_000;

/** Body of `POST /api/blog/posts/{id}/publish`. Without `integrationId` the post goes to the primary site. */
export const publishBody = z
  .strictObject({
    integrationId: z.uuid("Name a connected site by its id.").optional(),
    as: z.enum(["draft", "live", "schedule"]),
    /** When a scheduled post is seen: ISO 8601 with an offset. */
    at: z.iso
      .datetime({ offset: true, error: "Give a time such as 2026-05-04T08:00:00Z." })
      .optional(),
    confirm: z.literal(true, "Say that you want this by sending true."),
    /** Publish although claims were found unsupported. */
    acceptUnsupported: z.boolean().default(false),
    /** Make a new post when the one on the site was deleted there. */
    recreate: z.boolean().default(false),
    /** How the post is listed on the site. */
    listing: siteListing.default({}),
    /** Leave title and text on the site as they are. */
    keepText: z.boolean().default(false),
    /**
     * The post on the site as its author has seen it, from `present`: it is replaced if it still is
     * that. Without it, it is replaced if nobody has changed it there since we wrote it.
     */
    replaces: z.strictObject({ state: z.string().max(20), hash: z.string().max(64) }).optional(),
  })
  .check(({ value, issues }) => {
    const message = findTimeProblem(value.as, value.at);
    if (message) issues.push({ code: "custom", path: ["at"], message, input: value.at });
  });
export type PublishBody = z.infer<typeof publishBody>;
export type PublishInput = z.input<typeof publishBody>;

function findTimeProblem(as: string, at: string | undefined): string | undefined {
  if (as !== "schedule")
    return at === undefined ? undefined : "Only a scheduled post has a time of its own.";
  if (at === undefined) return "Say when the post is to be seen.";
  const ahead = Date.parse(at) - Date.now();
  if (ahead < SOONEST_MS) return `Choose a time at least ${leastMinutes} minutes from now.`;
  return ahead > LATEST_MS ? `Choose a time within the next ${mostYears} years.` : undefined;
}

/**
 * How a try to publish stands. `unknown`: the site may have taken the post, it did not say; the next
 * try asks it first. `gone`: it was deleted there.
 */
export const PUBLICATION_STATUSES = [
  "pending",
  "draft",
  "live",
  "scheduled",
  "failed",
  "unknown",
  "gone",
] as const;

/** One try to publish a post. Times are ISO 8601 in UTC; `problem` is a code of `lib/errors.ts`. */
export const publication = z.object({
  id: z.string(),
  integrationId: z.string(),
  kind: publisherKind,
  siteUrl: z.string(),
  status: z.enum(PUBLICATION_STATUSES),
  version: z.number(),
  /** Where its owner looks at the post: the page when it is live, the site's editor otherwise. */
  remoteUrl: z.string().nullable(),
  problem: z.string().nullable(),
  scheduledFor: z.string().nullable(),
  /** What of it the site did not take, in a sentence. */
  warning: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Publication = z.infer<typeof publication>;

export const READINESS_IDS = [
  "status",
  "title",
  "sections",
  "claims",
  "sources",
  "seo",
  "slug",
  "rights",
  "picture",
  "title-length",
  "meta-length",
  "excerpt-length",
  "tag-length",
] as const;
/** One thing that is looked at before a post goes out; `sectionId` says where it is mended. */
export const readinessItem = z.object({
  id: z.enum(READINESS_IDS),
  ok: z.boolean(),
  severity: z.enum(["blocks", "warns"]),
  message: z.string(),
  sectionId: z.string().optional(),
});
export type ReadinessItem = z.infer<typeof readinessItem>;

/** A connected site, and how the post stands there. */
export const publishSite = z.object({
  id: z.string(),
  kind: publisherKind,
  /** Of the publishing system, such as "WordPress". */
  name: z.string(),
  siteUrl: z.string(),
  isPrimary: z.boolean(),
  /** The newest post there that a further try would replace; null when it would be a new one. */
  current: publication.nullable(),
});
export type PublishSite = z.infer<typeof publishSite>;

/** Answer of `GET /api/blog/posts/{id}/publications`, newest first. */
export const publicationsAnswer = z.object({
  publications: z.array(publication),
  readiness: z.array(readinessItem),
  sites: z.array(publishSite),
});
export type PublicationsAnswer = z.infer<typeof publicationsAnswer>;

/** A line of what was changed on a site: `gone` is no longer there, `new` was not there before. */
export const changedLine = z.object({ kind: z.enum(["same", "gone", "new"]), text: z.string() });
export type ChangedLine = z.infer<typeof changedLine>;

/** What somebody has changed on the site since we wrote it; `lines` is empty where no word was. */
export const siteChange = z.object({
  title: z.object({ before: z.string(), now: z.string() }).nullable(),
  lines: z.array(changedLine),
});
export type SiteChange = z.infer<typeof siteChange>;

/** Answer of `GET /api/blog/posts/{id}/publications/present`: what the site itself says, asked just now. */
export const presentAnswer = z.object({
  integrationId: z.string(),
  /** Null when the post is not there; `gone` when it was. */
  post: z
    .object({
      state: z.enum(["draft", "live", "scheduled"]),
      url: z.string(),
      /** When it is or was first seen; null for a draft. */
      at: z.string().nullable(),
      hash: z.string(),
      changed: siteChange.nullable(),
    })
    .nullable(),
  gone: z.boolean(),
  facts: siteFacts,
  /** What was chosen for this site the last time. */
  listing: siteListing,
  readiness: z.array(readinessItem),
});
export type PresentAnswer = z.infer<typeof presentAnswer>;

/** Answer of `POST /api/blog/posts/{id}/publications/picture`: what `listing.picture.ref` is. */
export const pictureAnswer = z.object({ ref: z.string() });

/** Answer of `POST /api/blog/posts/{id}/publish`. */
export const publishAnswer = z.object({ publication });
