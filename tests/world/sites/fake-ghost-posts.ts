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
};
type Call = { method: string; id: string | undefined; query: URLSearchParams; body: string };
type Posts = Map<string, GhostPost>;

/** Answers `/ghost/api/admin/posts/` and one post of it. Shapes are those of Ghost 5. */
export function answerGhostPosts(posts: Posts, { method, id, query, body }: Call): FakeAnswer {
  if (id === undefined)
    return method === "POST" ? save(posts, undefined, { query, body }) : list(posts, query);
  const found = posts.get(id);
  if (!found)
    return ghostError(404, "Resource not found error, cannot read post.", "NotFoundError");
  if (method === "PUT") return save(posts, found, { query, body });
  return { status: 200, body: { posts: [show(found, query)] } };
}

function list(posts: Posts, query: URLSearchParams): FakeAnswer {
  const start = /^slug:~\^'([a-z0-9-]+)'$/.exec(query.get("filter") ?? "")?.[1];
  if (start === undefined) return ghostError(400, "Error parsing filter", "BadRequestError");
  const found = [...posts.values()].filter(({ slug }) => slug.startsWith(start));
  return { status: 200, body: { posts: found.map((post) => show(post, query)), meta: {} } };
}

function save(
  posts: Posts,
  old: GhostPost | undefined,
  { query, body }: Pick<Call, "query" | "body">,
): FakeAnswer {
  const [sent] = JSON.parse(body).posts;
  if (old && sent.updated_at !== old.updated_at)
    return ghostError(
      409,
      "Saving failed! Someone else is editing this post.",
      "UpdateCollisionError",
    );
  if (String(sent.title ?? old?.title ?? "").length > 255)
    return ghostError(
      422,
      "Validation error, cannot save post.",
      "ValidationError",
      "Value in [posts.title] exceeds maximum length of 255 characters.",
    );
  const soon = Date.parse(sent.published_at) < Date.now() + 2 * 60_000;
  if (sent.status === "scheduled" && !(soon === false))
    return ghostError(
      422,
      "Validation error, cannot save post.",
      "ValidationError",
      "Date must be at least 2 minutes in the future.",
    );
  const id = old?.id ?? randomBytes(12).toString("hex");
  const last = Date.parse(old?.updated_at ?? "") || 0;
  const post: GhostPost = {
    ...{ slug: "", html: "", title: "", status: "draft", published_at: null, tags: [] },
    ...{ meta_title: null, meta_description: null, custom_excerpt: null },
    ...old,
    ...sent,
    id,
    html: query.get("source") === "html" ? convert(sent.html) : (old?.html ?? ""),
    updated_at: new Date(Math.max(Date.now(), last + 1_000)).toISOString(),
  };
  if (post.status === "published") post.published_at ??= new Date().toISOString();
  const others = [...posts.values()].filter((one) => one.id !== id);
  const wanted = post.slug;
  for (let number = 2; others.some(({ slug }) => slug === post.slug); number += 1)
    post.slug = `${wanted}-${number}`;
  posts.set(id, post);
  return { status: old ? 200 : 201, body: { posts: [show(post, query)] } };
}

/** What the editor keeps of HTML: no ids, no attributes of its own, but all that is inside an HTML card. */
function convert(html: string): string {
  const parts = /^(.*?)<!--kg-card-begin: html-->(.*?)<!--kg-card-end: html-->(.*)$/s.exec(html);
  const [, before = html, card = "", after = ""] = parts ?? [];
  const plain = (text: string) => text.replace(/ (id|role|aria-\w+|data-\w+)="[^"]*"/g, "");
  return `${plain(before)}${card}${plain(after)}`;
}

function show(post: GhostPost, query: URLSearchParams) {
  const { html, ...rest } = post;
  const url = `http://site/${post.status === "published" ? post.slug : `p/${post.id}`}/`;
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
