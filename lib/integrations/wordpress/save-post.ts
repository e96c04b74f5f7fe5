import "server-only";
import { AppError } from "../../errors";
import type { GuardOptions } from "../../http/guarded-fetch";
import { escapeHtml } from "../../text/escape-html";
import { writeSite } from "../ask-site";
import type { Login, PresentPost, SiteArticle, SitePost, SiteWrite, Timing } from "../publisher";
import { writeHtml } from "../write-html";
import { authorize } from "./authorize";
import { nameTerms } from "./name-terms";
import { restUrl, rootOf } from "./rest-url";
import { saveMeta } from "./save-meta";
import { pictureAnswer } from "./upload-picture";
import { mark, readMessage, toPresent, wordpressPost } from "./wordpress-post";
import { writeBlocks, writeHtmlBlock } from "./write-blocks";

/** WordPress takes a date of the past minute for now; the clocks of two servers differ by less. */
const CLOCKS_MS = 60_000;

/** Makes a post. Source: developer.wordpress.org/rest-api/reference/posts. */
export async function createPost(
  login: Login,
  { article, timing }: SiteWrite,
  options: GuardOptions,
): Promise<SitePost> {
  const { tags, ...listing } = article.listing;
  const listed = await toListing(login, { tags: tags ?? article.tags, ...listing }, options);
  const json = {
    ...{ excerpt: escapeHtml(article.description), slug: article.slug },
    ...toText(article),
    ...listed,
    ...toStatus(timing, article.listing.visibility),
  };
  return save(
    login,
    { path: "wp/v2/posts", json, missing: "site_not_recognised", article },
    options,
  );
}

/** Replaces a post; a live one keeps its address unless its author gives another. */
export async function updatePost(
  login: Login,
  { present, article, timing, keepText = false }: SiteWrite & { present: PresentPost },
  options: GuardOptions,
): Promise<SitePost> {
  const listed = await toListing(login, article.listing, options);
  const json = {
    ...(keepText ? {} : { ...toText(article), excerpt: escapeHtml(article.description) }),
    ...(present.state === "live" || keepText ? {} : { slug: article.slug }),
    ...listed,
    ...toStatus(timing, article.listing.visibility),
    ...toDate(timing, present),
  };
  const path = `wp/v2/posts/${encodeURIComponent(present.id)}`;
  return save(login, { path, json, missing: "remote_post_missing", article }, options);
}

type Saving = {
  path: string;
  json: object;
  missing: "remote_post_missing" | "site_not_recognised";
  article: SiteArticle;
};

async function save(
  login: Login,
  { path, json, missing, article }: Saving,
  options: GuardOptions,
): Promise<SitePost> {
  const write = { method: "POST" as const, json, schema: wordpressPost, readMessage, missing };
  const as = { ...options, headers: authorize(login) };
  const url = restUrl(rootOf(login), path, { context: "edit" });
  const { date: _, version: __, ...post } = toPresent(login, await writeSite(url, write, as));
  const warning = await saveMeta(login, { id: post.id, article }, options);
  return warning === null ? post : { ...post, warning };
}

/** WordPress takes titles for HTML. */
function toText({ title, sections, notes, marker }: SiteArticle): object {
  const end = writeHtmlBlock(`<div ${mark(marker)}>${writeHtml(notes.children)}</div>`);
  return { title: escapeHtml(title), content: `${writeBlocks(sections)}\n\n${end}` };
}

async function toListing(
  login: Login,
  { slug, excerpt, tags, categories, author, picture }: SiteArticle["listing"],
  options: GuardOptions,
): Promise<object> {
  const terms = (taxonomy: "tags" | "categories", names: readonly string[]) =>
    nameTerms(login, { taxonomy, names }, options);
  if (picture) await describePicture(login, picture, options);
  return {
    ...(slug ? { slug } : {}),
    ...(excerpt === undefined ? {} : { excerpt: escapeHtml(excerpt) }),
    ...(tags ? { tags: await terms("tags", tags) } : {}),
    ...(categories ? { categories: await terms("categories", categories) } : {}),
    ...(author ? { author: Number(author) } : {}),
    ...(picture === undefined ? {} : { featured_media: picture ? Number(picture.ref) : 0 }),
  };
}

type Described = NonNullable<SiteArticle["listing"]["picture"]>;

async function describePicture(
  login: Login,
  { ref, alt }: Described,
  options: GuardOptions,
): Promise<void> {
  const url = restUrl(rootOf(login), `wp/v2/media/${encodeURIComponent(ref)}`);
  const write = {
    ...{ method: "POST" as const, json: { alt_text: alt }, schema: pictureAnswer, readMessage },
    missing: "site_not_recognised" as const,
  };
  await writeSite(url, write, { ...options, headers: authorize(login) }).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== "site_not_recognised") throw error;
    throw new AppError("site_refused_post", { detail: "The picture is no longer on the site." });
  });
}

function toStatus(timing: Timing, visibility: string | undefined): object {
  if (timing.as === "schedule") return { status: "future", date_gmt: toGmt(timing.at) };
  if (timing.as === "draft") return { status: "draft" };
  return { status: visibility === "private" ? "private" : "publish" };
}

/** A time that was planned is over when its post goes live sooner, or becomes a draft again. */
function toDate({ as }: Timing, { state, date }: PresentPost): object {
  if (as === "draft") return state === "scheduled" ? { date_gmt: null } : {};
  const ahead = as === "live" && date !== null && date.getTime() > Date.now();
  return ahead ? { date_gmt: toGmt(new Date(Date.now() - CLOCKS_MS)) } : {};
}

function toGmt(date: Date): string {
  return date.toISOString().slice(0, 19);
}
