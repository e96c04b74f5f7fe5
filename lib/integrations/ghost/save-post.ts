import "server-only";
import { AppError } from "../../errors";
import type { GuardOptions } from "../../http/guarded-fetch";
import { writeSite } from "../ask-site";
import type { Login, PresentPost, SiteArticle, SitePost, SiteWrite, Timing } from "../publisher";
import { COLLISION, onePost, POSTS, readMessage, requireHeaders, toPresent } from "./ghost-post";
import { readPost } from "./read-post";
import { writeText } from "./write-text";

/** Makes a post. Source: docs.ghost.org/admin-api/posts. */
export async function createPost(
  login: Login,
  { article, timing }: SiteWrite,
  options: GuardOptions,
): Promise<SitePost> {
  const tags = (article.listing.tags ?? article.tags).map((name) => ({ name }));
  const post = {
    ...{ ...writeText(article), slug: article.slug, tags },
    ...toListing(article),
    ...toStatus(timing),
  };
  const write = {
    method: "POST" as const,
    path: POSTS,
    post,
    missing: "site_not_recognised" as const,
  };
  const { date: _, version: __, ...made } = await save(login, write, options);
  return made;
}

/** Ghost wants to hear which version is replaced; when another save changed no word, it is asked once more. */
export async function updatePost(
  login: Login,
  change: SiteWrite & { present: PresentPost },
  options: GuardOptions,
): Promise<SitePost> {
  const {
    date: _,
    version: __,
    ...post
  } = await replace(login, change, options).catch(async (error: unknown) => {
    if (!(error instanceof AppError) || !error.message.includes(COLLISION)) throw error;
    const present = await readPost(login, change.present.id, options);
    if (!present) throw new AppError("remote_post_missing");
    const same = present.kept.hash === change.present.kept.hash;
    if (!same || present.state !== change.present.state) throw new AppError("remote_post_changed");
    return replace(login, { ...change, present }, options);
  });
  return post;
}

/** A live post is scheduled by way of a draft: Ghost refuses the step at once. */
async function replace(
  login: Login,
  { present, article, timing, keepText = false }: SiteWrite & { present: PresentPost },
  options: GuardOptions,
): Promise<PresentPost> {
  const path = `${POSTS}${encodeURIComponent(present.id)}/`;
  const put = (post: object) =>
    save(login, { method: "PUT", path, post, missing: "remote_post_missing" }, options);
  const byWay = present.state === "live" && timing.as === "schedule";
  const { version } = byWay ? await put({ status: "draft", updated_at: present.version }) : present;
  return put({
    ...(keepText ? {} : writeText(article)),
    ...(present.state === "live" || keepText ? {} : { slug: article.slug }),
    ...toListing(article),
    ...toStatus(timing),
    ...toDate(timing, present),
    updated_at: version,
  });
}

type Saving = {
  method: "POST" | "PUT";
  path: string;
  post: object;
  missing: "remote_post_missing" | "site_not_recognised";
};

async function save(login: Login, change: Saving, options: GuardOptions): Promise<PresentPost> {
  const { method, path, post, missing } = change;
  const write = { method, json: { posts: [post] }, schema: onePost, readMessage, missing };
  const headers = await requireHeaders(login);
  const url = `${login.siteUrl}${path}?source=html&formats=html`;
  const answer = await writeSite(url, write, { ...options, headers });
  return toPresent(login, answer.posts[0]);
}

function toListing({ listing, sharing }: Pick<SiteArticle, "listing" | "sharing">): object {
  const { slug, excerpt, tags, author, canonicalUrl, visibility, picture } = listing;
  return {
    ...(slug ? { slug } : {}),
    ...(excerpt === undefined ? {} : { custom_excerpt: excerpt === "" ? null : excerpt }),
    ...(tags ? { tags: tags.map((name) => ({ name })) } : {}),
    ...(author ? { authors: [{ id: author }] } : {}),
    ...(canonicalUrl ? { canonical_url: canonicalUrl } : {}),
    ...(sharing ? { og_image: sharing.url, twitter_image: sharing.url } : {}),
    ...(visibility && visibility !== "private" ? { visibility } : {}),
    ...(picture === undefined
      ? {}
      : { feature_image: picture?.ref ?? null, feature_image_alt: picture?.alt || null }),
  };
}

function toStatus(timing: Timing): object {
  if (timing.as !== "schedule") return { status: timing.as === "live" ? "published" : "draft" };
  return { status: "scheduled", published_at: timing.at.toISOString() };
}

/** A time that was planned is over when its post goes live sooner, or becomes a draft again. */
function toDate({ as }: Timing, { state, date }: PresentPost): object {
  if (as === "draft") return state === "scheduled" ? { published_at: null } : {};
  const ahead =
    as === "live" && date !== null && (date.getTime() > Date.now() || state === "scheduled");
  return ahead ? { published_at: new Date().toISOString() } : {};
}
