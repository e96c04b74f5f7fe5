import { z } from "zod";
import { MASK_CHARACTER } from "../keys/schema";
import { LIMITS } from "../limits/registry";
import { KEY_STATUSES } from "../providers/schema";
import { storableText } from "../text/storable-text";

/** Every publishing system a site may run on; `registry.ts` describes each. */
export const PUBLISHER_KINDS = ["wordpress", "ghost"] as const;
export const publisherKind = z.enum(PUBLISHER_KINDS);
export type PublisherKind = z.infer<typeof publisherKind>;

/** What the form of a publishing system shows; plain data, safe for the browser. */
export type PublisherCard = {
  kind: PublisherKind;
  name: string;
  /** The address field. */
  site: { label: string; placeholder: string };
  /** The user field; null where the key names its own user. */
  username: { label: string; placeholder: string } | null;
  secret: { label: string; placeholder: string };
  /** Where the path of an address is no longer the site's own, as a regular expression. */
  inside: string;
  /** The screen of the site that makes the password or key, below the site's own address. */
  secretPage: { path: string; label: string };
  /** How to get the password or key, one line a step. */
  steps: readonly string[];
};

const line = (max: number) =>
  z.string().overwrite(storableText).trim().min(1, "Fill this in.").max(max);

/** Body of `POST /api/integrations`. Connecting the same site again replaces its login. */
export const connectBody = z.strictObject({
  kind: publisherKind,
  siteUrl: line(LIMITS.addressCharacters),
  username: line(LIMITS.siteUserCharacters).optional(),
  secret: line(LIMITS.keyCharacters).refine((text) => !text.includes(MASK_CHARACTER), {
    message: "This is the masked form of a saved secret. Paste the whole one.",
  }),
});
export type ConnectBody = z.infer<typeof connectBody>;

/** Body of `PATCH /api/integrations/{id}`: posts go to the primary site unless told otherwise. */
export const changeBody = z.strictObject({ isPrimary: z.literal(true) });

/** A connected site as its owner sees it: never the secret. Times are ISO 8601 in UTC. */
export const integration = z.object({
  id: z.string(),
  kind: publisherKind,
  siteUrl: z.string(),
  username: z.string().nullable(),
  masked: z.string(),
  isPrimary: z.boolean(),
  status: z.enum(KEY_STATUSES),
  checkedAt: z.string().nullable(),
});
export type Integration = z.infer<typeof integration>;

/** Answer of every `/api/integrations` route but the deletion. */
export const integrationsAnswer = z.object({ integrations: z.array(integration) });

const text = (max: number) => z.string().overwrite(storableText).trim().max(max);
const listed = LIMITS.siteListing;
const names = z.array(text(listed.name).min(1)).max(listed.names);

/**
 * How a post is listed on a site, as its author chose. What is left out stays as it is there, or is
 * taken from the post when it is new.
 */
export const siteListing = z.strictObject({
  slug: text(listed.slug).optional(),
  excerpt: text(listed.excerpt).optional(),
  /** By name; those that the site has not are made. */
  tags: names.optional(),
  categories: names.optional(),
  /** The site's id of a user. */
  author: text(listed.author).optional(),
  canonicalUrl: z
    .url({ protocol: /^https?$/, error: "Give a whole address." })
    .max(LIMITS.addressCharacters)
    .optional(),
  /** One of `SiteFacts.visibilities`. */
  visibility: z.enum(["public", "private", "members", "paid"]).optional(),
  /** What an upload gave, and what the picture shows in words; null takes the picture away. */
  picture: z
    .strictObject({
      ref: text(LIMITS.addressCharacters).min(1),
      alt: text(LIMITS.pictureTextCharacters),
    })
    .nullable()
    .optional(),
});
export type SiteListing = z.infer<typeof siteListing>;

const named = z.object({ id: z.string(), name: z.string() });
const most = z.number().nullable();

/** What a site takes, and what a login may do there. Lengths are in characters; null where there is no limit. */
export const siteFacts = z.object({
  mayPublish: z.boolean(),
  mayUpload: z.boolean(),
  /** Null where the site has none. */
  categories: z.array(z.string()).nullable(),
  mayAddCategories: z.boolean(),
  /** Whom a post may be ascribed to; empty where there is no choice. */
  authors: z.array(named),
  /** Who may read a post; empty where everybody may. */
  visibilities: z.array(named),
  /** Whether it takes search engines' title and description apart, the original's address, and shared links' picture. */
  takes: z.object({
    metaTitle: z.boolean(),
    metaDescription: z.boolean(),
    canonical: z.boolean(),
    picture: z.boolean(),
  }),
  most: z.object({
    title: most,
    slug: most,
    excerpt: most,
    metaTitle: most,
    metaDescription: most,
    tag: most,
  }),
});
export type SiteFacts = z.infer<typeof siteFacts>;
