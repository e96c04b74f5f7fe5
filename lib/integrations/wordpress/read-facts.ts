import "server-only";
import { z } from "zod";
import { AppError } from "../../errors";
import type { GuardOptions } from "../../http/guarded-fetch";
import { readSite } from "../ask-site";
import type { Login } from "../publisher";
import type { SiteFacts } from "../schema";
import { authorize } from "./authorize";
import { decodeEntities } from "./decode-entities";
import { restUrl, rootOf } from "./rest-url";
import { readMetaFields } from "./save-meta";
import { readMessage } from "./wordpress-post";

const me = z.object({ id: z.number(), capabilities: z.record(z.string(), z.unknown()) });
const named = z.array(z.object({ id: z.number(), name: z.string() }));
/** The longest that WordPress's columns hold, in characters; the others are texts without a limit. */
export const WORDPRESS_MOST: SiteFacts["most"] = {
  ...{ title: null, excerpt: null, metaTitle: null, metaDescription: null },
  ...{ slug: 200, tag: 200 },
};

/**
 * What a user of WordPress may do, and what there is to choose from.
 *
 * @throws AppError `site_unreachable`, `site_login_expired`.
 */
export async function readFacts(login: Login, options: GuardOptions): Promise<SiteFacts> {
  const ask = <T>(path: string, schema: z.ZodType<T>, query: Record<string, string>) => {
    const asking = { schema, readMessage, missing: "site_not_recognised" as const };
    const as = { ...options, headers: authorize(login) };
    return readSite(restUrl(rootOf(login), path, query), asking, as);
  };
  const own = await unlessHidden(ask("wp/v2/users/me", me, { context: "edit" }));
  const may = (name: string) => own === null || own.capabilities[name] === true;
  const all = { per_page: "100", _fields: "id,name" };
  const [categories, authors, meta] = await Promise.all([
    ask("wp/v2/categories", named, { ...all, orderby: "count", order: "desc" }),
    may("edit_others_posts")
      ? unlessHidden(ask("wp/v2/users", named, { ...all, who: "authors" }))
      : null,
    readMetaFields(login, options),
  ]);
  return {
    mayPublish: may("publish_posts"),
    mayUpload: may("upload_files"),
    categories: categories.map(({ name }) => decodeEntities(name)),
    mayAddCategories: may("manage_categories"),
    authors: (authors ?? []).map(({ id, name }) => ({
      id: String(id),
      name: decodeEntities(name),
    })),
    visibilities: may("publish_posts") ? VISIBILITIES : [],
    takes: {
      metaTitle: meta.metaTitle.length > 0,
      metaDescription: meta.metaDescription.length > 0,
      canonical: meta.canonical.length > 0,
      picture: meta.picture.length > 0,
    },
    most: WORDPRESS_MOST,
  };
}

/** Plug-ins hide users, oneself as well: then the site itself refuses what may not be done. */
async function unlessHidden<T>(asked: Promise<T>): Promise<T | null> {
  return asked.catch((error: unknown) => {
    const hidden = ["site_not_recognised", "site_refused_post"];
    if (error instanceof AppError && hidden.includes(error.code)) return null;
    throw error;
  });
}

const VISIBILITIES = [
  { id: "public", name: "Everybody" },
  { id: "private", name: "Only editors of the site, once it is live" },
];
