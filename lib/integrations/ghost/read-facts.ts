import "server-only";
import { z } from "zod";
import type { GuardOptions } from "../../http/guarded-fetch";
import { readSite } from "../ask-site";
import type { Login } from "../publisher";
import type { SiteFacts } from "../schema";
import { GHOST_API } from "./ghost-login";
import { readMessage, requireHeaders } from "./ghost-post";

const users = z.object({ users: z.array(z.object({ id: z.string(), name: z.string() })) });
/** Source: the columns of `posts`, `posts_meta` and `tags` in Ghost's schema; lengths in characters. */
export const GHOST_MOST: SiteFacts["most"] = {
  ...{ title: 255, slug: 191, excerpt: 300, metaTitle: 300, metaDescription: 500 },
  tag: 191,
};

/** What Ghost takes; the key of an integration may do everything with posts. */
export async function readFacts(login: Login, options: GuardOptions): Promise<SiteFacts> {
  const asking = { schema: users, readMessage, missing: "site_not_recognised" as const };
  const url = `${login.siteUrl}${GHOST_API}/users/?limit=100&fields=id,name`;
  const as = { ...options, headers: await requireHeaders(login) };
  const { users: authors } = await readSite(url, asking, as);
  return {
    ...{ mayPublish: true, mayUpload: true, categories: null, mayAddCategories: false },
    authors,
    visibilities: VISIBILITIES,
    takes: { metaTitle: true, metaDescription: true, canonical: true, picture: true },
    most: GHOST_MOST,
  };
}

const VISIBILITIES = [
  { id: "public", name: "Everybody" },
  { id: "members", name: "Members of the site" },
  { id: "paid", name: "Members who pay" },
];
