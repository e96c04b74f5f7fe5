import "server-only";
import { z } from "zod";
import { AppError } from "../errors";
import type { GuardOptions } from "../http/guarded-fetch";
import { linkable, readSite, writeSite } from "./ask-site";
import { authorize, GHOST_API } from "./ghost-login";
import type { Login, SiteArticle, SitePost, SiteWrite } from "./publisher";

const POSTS = `${GHOST_API}/posts/`;
/** The longest that Ghost takes, in characters. */
const MOST_EXCERPT = 300;

const one = <Post extends z.ZodType>(post: Post) => z.object({ posts: z.tuple([post]) });
const written = one(z.object({ id: z.string(), status: z.string(), url: z.string() }));
const current = one(z.object({ status: z.string(), updated_at: z.string() }));
const listed = z.object({
  posts: z.array(z.object({ id: z.string(), html: z.string().nullish() })),
});
const refusal = z.object({
  errors: z
    .array(z.object({ message: z.string(), context: z.string().nullish(), type: z.string() }))
    .min(1),
});
const readMessage = (body: unknown) => {
  const [error] = refusal.safeParse(body).data?.errors ?? [];
  if (error?.type === "UpdateCollisionError") return COLLISION;
  return error ? [error.message, error.context].filter(Boolean).join(" ") : undefined;
};
const COLLISION = "Somebody else is editing this post.";

/** Source: docs.ghost.org/admin-api/posts. */
async function create(
  login: Login,
  { article, timing }: SiteWrite,
  options: GuardOptions,
): Promise<SitePost> {
  const tags = article.tags.map((name) => ({ name }));
  const post = { ...describe(article), slug: article.slug, tags, ...toStatus(timing) };
  const missing = "site_not_recognised";
  return write(login, { method: "POST", path: POSTS, post, missing }, options);
}

/** Ghost wants to hear which version is replaced; when another save was faster, it is asked once more. */
async function update(
  login: Login,
  change: SiteWrite & { id: string },
  options: GuardOptions,
): Promise<SitePost> {
  return replace(login, change, options).catch((error: unknown) => {
    if (!(error instanceof AppError) || !error.message.includes(COLLISION)) throw error;
    return replace(login, change, options);
  });
}

async function replace(
  login: Login,
  { id, article, timing }: SiteWrite & { id: string },
  options: GuardOptions,
): Promise<SitePost> {
  const path = `${POSTS}${encodeURIComponent(id)}/`;
  const missing = "remote_post_missing" as const;
  const asking = { schema: current, readMessage, missing };
  const headers = await requireHeaders(login);
  const answer = await readSite(`${login.siteUrl}${path}`, asking, { ...options, headers });
  const { status, updated_at } = answer.posts[0];
  const post = {
    ...describe(article),
    ...(status === "published" ? {} : { slug: article.slug }),
    ...toStatus(timing),
    ...(timing.as === "live" && status === "scheduled"
      ? { published_at: new Date().toISOString() }
      : {}),
    updated_at,
  };
  return write(login, { method: "PUT", path, post, missing }, options);
}

/** Ghost numbers an address that is taken: all that begin alike are looked at, and the marker decides. */
async function find(
  login: Login,
  { marker, slug }: Pick<SiteArticle, "marker" | "slug">,
  options: GuardOptions,
): Promise<string | null> {
  const filter = `slug:~^'${slug.replace(/[^a-z0-9-]/g, "")}'`;
  const query = new URLSearchParams({ filter, formats: "html", limit: "15" });
  const asking = { schema: listed, readMessage, missing: "site_not_recognised" as const };
  const headers = await requireHeaders(login);
  const { posts } = await readSite(`${login.siteUrl}${POSTS}?${query}`, asking, {
    ...options,
    headers,
  });
  return posts.find(({ html }) => html?.includes(mark(marker)))?.id ?? null;
}

async function requireHeaders({ secret }: Login): Promise<Record<string, string>> {
  const headers = await authorize(secret);
  if (!headers) throw new AppError("site_login_expired");
  return headers;
}

type Write = {
  method: "POST" | "PUT";
  path: string;
  post: object;
  missing: "remote_post_missing" | "site_not_recognised";
};

async function write(login: Login, change: Write, options: GuardOptions): Promise<SitePost> {
  const { method, path, post, missing } = change;
  const request = { method, json: { posts: [post] }, schema: written, readMessage, missing };
  const headers = await requireHeaders(login);
  const url = `${login.siteUrl}${path}?source=html`;
  const answer = await writeSite(url, request, { ...options, headers });
  const [made] = answer.posts;
  const state = STATES[made.status] ?? "draft";
  const editor = `${login.siteUrl}/ghost/#/editor/post/${made.id}`;
  return { id: made.id, state, url: state === "live" ? linkable(made.url, editor) : editor };
}

const STATES: Record<string, SitePost["state"]> = {
  published: "live",
  sent: "live",
  scheduled: "scheduled",
};

function toStatus(timing: SiteWrite["timing"]): object {
  if (timing.as !== "schedule") return { status: timing.as === "live" ? "published" : "draft" };
  return { status: "scheduled", published_at: timing.at.toISOString() };
}

/** The notes are an HTML card: the editor would take the ids that the marks link to out of anything else. */
function describe({ title, metaTitle, description, sections, notes, marker }: SiteArticle) {
  const card = `<!--kg-card-begin: html--><div ${mark(marker)}>${notes}</div><!--kg-card-end: html-->`;
  return {
    title,
    html: `${sections}\n${card}`,
    meta_title: metaTitle === "" ? null : metaTitle,
    meta_description: description === "" ? null : description,
    custom_excerpt: description === "" ? null : description.slice(0, MOST_EXCERPT),
  };
}

function mark(marker: string): string {
  return `data-alwrity="${marker}"`;
}

export const ghostPosts = { keepsIds: false, create, update, find } as const;
