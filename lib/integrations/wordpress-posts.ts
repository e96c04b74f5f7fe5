import "server-only";
import { z } from "zod";
import { AppError } from "../errors";
import type { GuardOptions } from "../http/guarded-fetch";
import { escapeHtml } from "../text/escape-html";
import { linkable, readSite, writeSite } from "./ask-site";
import type { Login, SiteArticle, SitePost, SiteWrite } from "./publisher";

const POSTS = "/wp-json/wp/v2/posts";
/** WordPress takes a date of the past minute for now; the clocks of two servers differ by less. */
const CLOCKS_MS = 60_000;

const written = z.object({ id: z.number(), status: z.string(), link: z.string() });
const current = z.object({ id: z.number(), status: z.string(), date_gmt: z.string().nullish() });
const listed = z.array(z.object({ id: z.number(), content: z.object({ raw: z.string() }) }));
const refusal = z.object({ message: z.string() });
const readMessage = (body: unknown) => refusal.safeParse(body).data?.message;

/** Source: developer.wordpress.org/rest-api/reference/posts. */
async function create(
  login: Login,
  { article, timing }: SiteWrite,
  options: GuardOptions,
): Promise<SitePost> {
  const json = { ...describe(article), slug: article.slug, ...toStatus(timing) };
  return write(login, { path: POSTS, json, missing: "site_not_recognised" }, options);
}

async function update(
  login: Login,
  { id, article, timing }: SiteWrite & { id: string },
  options: GuardOptions,
): Promise<SitePost> {
  const path = `${POSTS}/${encodeURIComponent(id)}`;
  const asking = { schema: current, readMessage, missing: "remote_post_missing" as const };
  const found = await readSite(`${login.siteUrl}${path}?context=edit`, asking, {
    ...options,
    headers: authorize(login),
  });
  if (found.status === "trash") throw new AppError("remote_post_missing");
  const live = found.status === "publish";
  const dated = timing.as === "live" && Date.parse(`${found.date_gmt}Z`) > Date.now();
  const json = {
    ...describe(article),
    ...(live ? {} : { slug: article.slug }),
    ...toStatus(timing),
    ...(dated ? { date_gmt: toGmt(new Date(Date.now() - CLOCKS_MS)) } : {}),
  };
  return write(login, { path, json, missing: "remote_post_missing" }, options);
}

/** By the words of its marker, then by its address; the marker decides. */
async function find(
  { siteUrl, ...login }: Login,
  { marker, slug }: Pick<SiteArticle, "marker" | "slug">,
  options: GuardOptions,
): Promise<string | null> {
  for (const [by, value] of [
    ["search", marker],
    ["slug", slug],
  ] as const) {
    const query = new URLSearchParams({ [by]: value, status: "any", context: "edit" });
    const asking = { schema: listed, readMessage, missing: "site_not_recognised" as const };
    const found = await readSite(`${siteUrl}${POSTS}?${query}`, asking, {
      ...options,
      headers: authorize(login),
    });
    const own = found.find(({ content }) => content.raw.includes(mark(marker)));
    if (own) return String(own.id);
  }
  return null;
}

/** The header of an application password. */
export function authorize({ username, secret }: Pick<Login, "username" | "secret">) {
  const basic = Buffer.from(`${username ?? ""}:${secret.open()}`).toString("base64");
  return { authorization: `Basic ${basic}` };
}

type Write = {
  path: string;
  json: object;
  missing: "remote_post_missing" | "site_not_recognised";
};

async function write(login: Login, change: Write, options: GuardOptions): Promise<SitePost> {
  const { path, ...rest } = change;
  const request = { method: "POST" as const, ...rest, schema: written, readMessage };
  const headers = authorize(login);
  const post = await writeSite(`${login.siteUrl}${path}`, request, { ...options, headers });
  const state = STATES[post.status] ?? "draft";
  const editor = `${login.siteUrl}/wp-admin/post.php?post=${post.id}&action=edit`;
  return {
    id: String(post.id),
    state,
    url: state === "live" ? linkable(post.link, editor) : editor,
  };
}

const STATES: Record<string, SitePost["state"]> = { publish: "live", future: "scheduled" };

function toStatus(timing: SiteWrite["timing"]): object {
  if (timing.as !== "schedule") return { status: timing.as === "live" ? "publish" : "draft" };
  return { status: "future", date_gmt: toGmt(timing.at) };
}

/** WordPress takes titles for HTML. */
function describe({ title, description, sections, notes, marker }: SiteArticle) {
  const content = `${sections}\n<div ${mark(marker)}>${notes}</div>`;
  return {
    title: escapeHtml(title),
    excerpt: escapeHtml(description),
    content: disarm(content),
  };
}

function mark(marker: string): string {
  return `data-alwrity="${marker}"`;
}

/** In a text, `[name]` would run a shortcode, and an address alone in its paragraph load a page. */
function disarm(html: string): string {
  return html
    .replaceAll("[", "&#91;")
    .replaceAll("]", "&#93;")
    .replace(/(>\s*https?):\/\//gi, "$1&#58;//");
}

function toGmt(date: Date): string {
  return date.toISOString().slice(0, 19);
}

export const wordpressPosts = { keepsIds: true, create, update, find } as const;
