import "server-only";
import { z } from "zod";
import { AppError } from "../../errors";
import type { GuardOptions } from "../../http/guarded-fetch";
import { readSite } from "../ask-site";
import type { Login, PresentPost, SiteArticle } from "../publisher";
import { authorize } from "./authorize";
import { restUrl, rootOf } from "./rest-url";
import { mark, readMessage, toPresent, wordpressPost } from "./wordpress-post";

/** A post as it stands on the site; null when it is gone or in the trash. */
export async function readPost(
  login: Login,
  id: string,
  options: GuardOptions,
): Promise<PresentPost | null> {
  const path = `wp/v2/posts/${encodeURIComponent(id)}`;
  const asking = { schema: wordpressPost, readMessage, missing: "remote_post_missing" as const };
  const url = restUrl(rootOf(login), path, { context: "edit" });
  const as = { ...options, headers: authorize(login) };
  const found = await readSite(url, asking, as).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "remote_post_missing") return null;
    throw error;
  });
  return found === null || found.status === "trash" ? null : toPresent(login, found);
}

const listed = z.array(z.object({ id: z.number(), content: z.object({ raw: z.string() }) }));

/** The id of a post by the words of its marker, then by its address; the marker decides. */
export async function findPost(
  login: Login,
  { marker, slug }: Pick<SiteArticle, "marker" | "slug">,
  options: GuardOptions,
): Promise<string | null> {
  for (const [by, value] of [
    ["search", marker],
    ["slug", slug],
  ] as const) {
    const query = { [by]: value, status: "any", context: "edit" };
    const asking = { schema: listed, readMessage, missing: "site_not_recognised" as const };
    const as = { ...options, headers: authorize(login) };
    const found = await readSite(restUrl(rootOf(login), "wp/v2/posts", query), asking, as);
    const own = found.find(({ content }) => content.raw.includes(mark(marker)));
    if (own) return String(own.id);
  }
  return null;
}
