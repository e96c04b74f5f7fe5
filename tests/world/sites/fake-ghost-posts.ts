import { randomBytes } from "node:crypto";
import type { FakeAnswer } from "./start-fake-site";

/** A post as Ghost keeps it. */
export type GhostPost = {
  id: string;
  status: string;
  slug: string;
  title: string;
  html: string;
  updated_at: string;
  published_at: string | null;
  tags: { name: string }[];
  meta_title: string | null;
  meta_description: string | null;
  custom_excerpt: string | null;
  visibility: string;
  feature_image: string | null;
  canonical_url: string | null;
  og_image: string | null;
  twitter_image: string | null;
};
/** A request for posts; `home` is the address of the site. */
type Call = {
  method: string;
  id: string | undefined;
  query: URLSearchParams;
  body: string;
  home: string;
};
type Posts = Map<string, GhostPost>;
/** The longest of each field, in characters. */
const MOST = { title: 255, slug: 191, custom_excerpt: 300, meta_title: 300, meta_description: 500 };

/**
 * Answers `/ghost/api/admin/posts/` and one post of it, as Ghost 6 was recorded to
 * (`npm run proof:sites` holds both to the same contract).
 */
export function answerGhostPosts(posts: Posts, call: Call): FakeAnswer {
  const { method, id } = call;
  if (id === undefined) return method === "POST" ? save(posts, undefined, call) : list(posts, call);
  const found = posts.get(id);
  if (!found)
    return ghostError(
      404,
      "Resource not found error, cannot read post.",
      "NotFoundError",
      "Post not found.",
    );
  if (method === "PUT") return save(posts, found, call);
  if (method === "DELETE") {
    posts.delete(id);
    return { status: 204, body: "" };
  }
  return { status: 200, body: { posts: [show(found, call)] } };
}

function list(posts: Posts, call: Call): FakeAnswer {
  const filter = call.query.get("filter");
  const start = filter === null ? "" : /^slug:~\^'([a-z0-9-]+)'$/.exec(filter)?.[1];
  if (start === undefined) return ghostError(400, "Error parsing filter", "BadRequestError");
  const found = [...posts.values()].filter(({ slug }) => slug.startsWith(start));
  return { status: 200, body: { posts: found.map((post) => show(post, call)), meta: {} } };
}

function save(posts: Posts, old: GhostPost | undefined, call: Call): FakeAnswer {
  const { query, body } = call;
  const [sent] = JSON.parse(body).posts;
  const refused = refuseSave(old, sent);
  if (refused) return refused;
  const id = old?.id ?? randomBytes(12).toString("hex");
  const last = Date.parse(old?.updated_at ?? "") || 0;
  const post: GhostPost = {
    ...{ slug: "", html: "", title: "", status: "draft", published_at: null, tags: [] },
    ...{ meta_title: null, meta_description: null, custom_excerpt: null },
    ...{
      visibility: "public",
      feature_image: null,
      canonical_url: null,
      og_image: null,
      twitter_image: null,
    },
    ...old,
    ...sent,
    id,
    html:
      sent.html !== undefined && query.get("source") === "html"
        ? convert(sent.html)
        : (old?.html ?? ""),
    updated_at: new Date(Math.max(Date.now(), last + 1_000)).toISOString(),
  };
  if (post.status === "published") post.published_at ??= new Date().toISOString();
  post.slug = findFree(posts, post);
  posts.set(id, post);
  return { status: old ? 200 : 201, body: { posts: [show(post, call)] } };
}

type Sent = Record<string, unknown> & Partial<GhostPost>;

function refuseSave(old: GhostPost | undefined, sent: Sent): FakeAnswer | undefined {
  const invalid = (context: string) =>
    ghostError(
      422,
      `Validation error, cannot ${old ? "edit" : "save"} post.`,
      "ValidationError",
      context,
    );
  if (old && sent.updated_at !== old.updated_at)
    return ghostError(
      409,
      "Saving failed! Someone else is editing this post.",
      "UpdateCollisionError",
    );
  const long = Object.entries(MOST).find(
    ([name, most]) => [...String(sent[name] ?? "")].length > most,
  );
  if (long)
    return invalid(
      `Value in [posts.${long[0]}] exceeds maximum length of ${long[1]} characters. posts.${long[0]}`,
    );
  if (sent.status !== "scheduled") return undefined;
  if (old?.status === "published")
    return invalid("Your post is already published, please reload your page.");
  const soon = !(Date.parse(sent.published_at ?? "") > Date.now() - 2 * 60_000);
  return soon ? invalid("Date must be at least -2 minutes in the future.") : undefined;
}

/** Ghost numbers an address that is taken. */
function findFree(posts: Posts, post: GhostPost): string {
  const taken = (slug: string) =>
    [...posts.values()].some((one) => one.id !== post.id && one.slug === slug);
  if (!taken(post.slug)) return post.slug;
  let number = 2;
  while (taken(`${post.slug}-${number}`)) number += 1;
  return `${post.slug}-${number}`;
}

/**
 * What the editor keeps of HTML: no struck-out words, no ids and no attributes of its own, quotes of
 * one paragraph, but all that is inside an HTML card.
 */
function convert(html: string): string {
  const cards = html.split(/<!--kg-card-begin: html-->|<!--kg-card-end: html-->/);
  const plain = (text: string) =>
    text
      .replace(/ (id|role|aria-\w+|data-\w+)="[^"]*"/g, "")
      .replace(/<\/?(del|s)>/g, "")
      .replace(/<blockquote>(.*?)<\/blockquote>/gs, (_, inner: string) => joinQuote(inner));
  return cards.map((part, at) => (at % 2 === 0 ? plain(part) : part)).join("");
}

function joinQuote(html: string): string {
  const joined = html.replace(/<\/p>\s*<p>/g, "<br><br>").replace(/<\/?p>/g, "");
  return `<blockquote>${joined.trim()}</blockquote>`;
}

function show(post: GhostPost, { query, home }: Call) {
  const { html, ...rest } = post;
  const url = `${home}/${post.status === "published" ? post.slug : `p/${post.id}`}/`;
  return { ...rest, url, ...(query.get("formats") === "html" ? { html } : {}) };
}

/** A refusal as Ghost words it. */
export function ghostError(
  status: number,
  message: string,
  type: string,
  context: string | null = null,
): FakeAnswer {
  const error = { message, context, type, details: null, property: null, help: null };
  return { status, body: { errors: [{ ...error, code: null, id: "0", ghostErrorCode: null }] } };
}
