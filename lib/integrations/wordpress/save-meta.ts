import "server-only";
import { z } from "zod";
import { AppError } from "../../errors";
import type { GuardOptions } from "../../http/guarded-fetch";
import { readSite, writeSite } from "../ask-site";
import type { Login, SiteArticle } from "../publisher";
import { authorize } from "./authorize";
import { restUrl, rootOf } from "./rest-url";
import { readMessage } from "./wordpress-post";

/** Where plug-ins keep what search engines and shared links are told: Yoast, Rank Math. */
const FIELDS = {
  metaTitle: ["_yoast_wpseo_title", "rank_math_title"],
  metaDescription: ["_yoast_wpseo_metadesc", "rank_math_description"],
  canonical: ["_yoast_wpseo_canonical", "rank_math_canonical_url"],
  picture: [
    "_yoast_wpseo_opengraph-image",
    "_yoast_wpseo_twitter-image",
    "rank_math_facebook_image",
    "rank_math_twitter_image",
  ],
} as const;
type Field = keyof typeof FIELDS;

const known = z.object({
  schema: z.object({
    properties: z.object({
      meta: z.object({
        properties: z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]),
      }),
    }),
  }),
});

/** The names under which this site takes each field; none where no plug-in has registered it. */
export async function readMetaFields(
  login: Login,
  options: GuardOptions,
): Promise<Record<Field, string[]>> {
  const url = restUrl(rootOf(login), "wp/v2/posts", { _method: "OPTIONS" });
  const asking = { schema: known, readMessage, missing: "site_not_recognised" as const };
  const answer = await readSite(url, asking, { ...options, headers: authorize(login) });
  const names = Object.keys(answer.schema.properties.meta.properties);
  const taken = (field: Field) => FIELDS[field].filter((name) => names.includes(name));
  return {
    metaTitle: taken("metaTitle"),
    metaDescription: taken("metaDescription"),
    canonical: taken("canonical"),
    picture: taken("picture"),
  };
}

/**
 * Tells the site's plug-in what search engines are told. It comes after the post, since a refusal of
 * it must not be taken for one of the post.
 *
 * @returns what was refused, in words; null when nothing was.
 */
export async function saveMeta(
  login: Login,
  { id, article }: { id: string; article: SiteArticle },
  options: GuardOptions,
): Promise<string | null> {
  try {
    const meta = toMeta(article, await readMetaFields(login, options));
    if (Object.keys(meta).length === 0) return null;
    const url = restUrl(rootOf(login), `wp/v2/posts/${encodeURIComponent(id)}`);
    const write = { method: "POST" as const, json: { meta }, schema: z.object({}), readMessage };
    const as = { ...options, headers: authorize(login) };
    await writeSite(url, { ...write, missing: "remote_post_missing" }, as);
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return "The site did not take what search engines and shared links are told.";
  }
}

function toMeta(
  { metaTitle, description, listing, sharing }: SiteArticle,
  fields: Record<Field, string[]>,
): Record<string, string> {
  const canonical = listing.canonicalUrl ?? "";
  const picture = sharing?.url ?? "";
  const values = { metaTitle, metaDescription: description, canonical, picture };
  const of = (field: Field) => fields[field].map((name) => [name, values[field]] as const);
  const all = [...of("metaTitle"), ...of("metaDescription"), ...of("canonical"), ...of("picture")];
  return Object.fromEntries(all.filter(([, value]) => value !== ""));
}
