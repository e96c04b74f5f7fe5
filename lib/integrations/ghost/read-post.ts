import "server-only";
import { z } from "zod";
import { AppError } from "../../errors";
import type { GuardOptions } from "../../http/guarded-fetch";
import { LIMITS } from "../../limits/registry";
import { readSite } from "../ask-site";
import type { Login, PresentPost, SiteArticle } from "../publisher";
import { mark, onePost, POSTS, readMessage, requireHeaders, toPresent } from "./ghost-post";

/** A post as it stands on the site; null when it is gone. */
export async function readPost(
  login: Login,
  id: string,
  options: GuardOptions,
): Promise<PresentPost | null> {
  const url = `${login.siteUrl}${POSTS}${encodeURIComponent(id)}/?formats=html`;
  const asking = { schema: onePost, readMessage, missing: "remote_post_missing" as const };
  const as = { ...options, headers: await requireHeaders(login) };
  const found = await readSite(url, asking, as).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "remote_post_missing") return null;
    throw error;
  });
  return found === null ? null : toPresent(login, found.posts[0]);
}

const listed = z.object({
  posts: z.array(z.object({ id: z.string(), html: z.string().nullish() })),
});
/** Posts of which none can be ours: the rest need not be looked at. */
const MOST = 100;

/**
 * The id of a post by its marker. Ghost numbers an address that is taken, and makes addresses its own
 * way: those that begin alike are looked at first, then the newest.
 */
export async function findPost(
  login: Login,
  { marker, slug }: Pick<SiteArticle, "marker" | "slug">,
  options: GuardOptions,
): Promise<string | null> {
  const start = slug.replace(/[^a-z0-9-]/g, "");
  const alike = start === "" ? [] : [{ filter: `slug:~^'${start}'`, limit: "15" }];
  for (const query of [...alike, { order: "created_at desc", limit: String(MOST) }]) {
    const search = new URLSearchParams({ ...query, formats: "html" });
    const asking = { schema: listed, readMessage, missing: "site_not_recognised" as const };
    const as = {
      ...options,
      headers: await requireHeaders(login),
      maxBytes: LIMITS.sitePostsBytes,
    };
    const { posts } = await readSite(`${login.siteUrl}${POSTS}?${search}`, asking, as);
    const own = posts.find(({ html }) => html?.includes(mark(marker)));
    if (own) return own.id;
  }
  return null;
}
