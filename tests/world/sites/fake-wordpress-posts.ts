import { type FakeUser, may } from "./fake-wordpress-users";
import { type FakeAnswer, refuse } from "./wordpress-answers";

/** A post as WordPress keeps it; `date_gmt` is null for a draft that has no time of its own. */
export type WordpressPost = {
  id: number;
  status: string;
  slug: string;
  title: string;
  content: string;
  excerpt: string;
  date_gmt: string | null;
  modified_gmt: string;
  author: number;
  tags: number[];
  categories: number[];
  featured_media: number;
  meta: Record<string, string>;
};
/** A request for posts; `home` is the address of the site, `fields` what its plug-ins have registered. */
export type PostCall = {
  method: string;
  id: number | undefined;
  query: URLSearchParams;
  body: string;
  user: FakeUser | undefined;
  home: string;
  fields: readonly string[];
};
type Posts = Map<number, WordpressPost>;

/**
 * Answers `wp/v2/posts` and one post of it, as WordPress 6.1 and 6.7 were recorded to
 * (`npm run proof:sites` holds both to the same contract).
 */
export function answerWordpressPosts(posts: Posts, call: PostCall): FakeAnswer {
  const { method, id, query } = call;
  if (query.get("_method") === "OPTIONS") return describeFields(call);
  if (id === undefined) return method === "POST" ? save(posts, undefined, call) : list(posts, call);
  const found = posts.get(id);
  if (!found) return refuse(404, "rest_post_invalid_id", "Invalid post ID.");
  if (method === "POST") return save(posts, found, call);
  if (method === "DELETE") return remove(found, call);
  if (query.get("context") === "edit" && !mayEdit(found, call.user))
    return refuse(
      call.user ? 403 : 401,
      "rest_forbidden_context",
      "Sorry, you are not allowed to edit this post.",
    );
  return { status: 200, body: show(found, call) };
}

/** PHP writes an object without a property as a list. */
function describeFields({ fields }: PostCall): FakeAnswer {
  const properties = orList(Object.fromEntries(fields.map((name) => [name, { type: "string" }])));
  return {
    status: 200,
    body: { schema: { properties: { meta: { type: "object", properties } } } },
  };
}

function orList(all: Record<string, unknown>): object {
  return Object.keys(all).length === 0 ? [] : all;
}

function mayEdit(post: WordpressPost, user: FakeUser | undefined): boolean {
  if (!user || !may(user, "edit_posts")) return false;
  return may(user, "edit_others_posts") || post.author === user.id;
}

function list(posts: Posts, call: PostCall): FakeAnswer {
  const { query, user } = call;
  if (!user || !may(user, "edit_posts"))
    return query.get("context") === "edit"
      ? refuse(
          user ? 403 : 401,
          "rest_forbidden_context",
          "Sorry, you are not allowed to edit posts in this post type.",
        )
      : refuse(400, "rest_invalid_param", "Invalid parameter(s): status");
  const search = query.get("search")?.toLowerCase();
  const found = [...posts.values()].filter(
    (post) =>
      (query.get("status") === "any" ? post.status !== "trash" : post.status === "publish") &&
      (!search || `${post.title}${post.excerpt}${post.content}`.toLowerCase().includes(search)) &&
      (!query.has("slug") || post.slug === query.get("slug")),
  );
  return { status: 200, body: found.map((post) => show(post, call)) };
}

function remove(post: WordpressPost, call: PostCall): FakeAnswer {
  if (!mayEdit(post, call.user))
    return refuse(403, "rest_cannot_delete", "Sorry, you are not allowed to delete this post.");
  post.status = "trash";
  post.slug = `${post.slug}__trashed`;
  return { status: 200, body: show(post, call) };
}

/** Fields that nobody has registered are passed over in silence. */
function keepKnown(sent: Record<string, string> = {}, fields: readonly string[]) {
  return Object.fromEntries(Object.entries(sent).filter(([name]) => fields.includes(name)));
}

const STATUSES = ["publish", "future", "draft", "pending", "private"];

function save(posts: Posts, old: WordpressPost | undefined, call: PostCall): FakeAnswer {
  const { body, user, fields } = call;
  const sent = JSON.parse(body);
  const refused = refuseSave(old, sent, user);
  if (refused) return refused;
  const now = new Date();
  const post: WordpressPost = {
    ...{ slug: "", title: "", content: "", excerpt: "", status: "draft", date_gmt: null },
    ...{ author: user?.id ?? 0, tags: [], categories: [1], featured_media: 0 },
    ...old,
    ...sent,
    id: old?.id ?? Math.max(10, ...posts.keys()) + 1,
    meta: { ...old?.meta, ...keepKnown(sent.meta, fields) },
    modified_gmt: toGmt(now),
  };
  if (`${post.title}${post.content}${post.excerpt}` === "")
    return refuse(400, "empty_content", "Content, title, and excerpt are empty.");
  const seen = post.status !== "draft" && post.status !== "pending";
  if (seen) post.date_gmt ??= toGmt(now);
  const ahead = Date.parse(`${post.date_gmt}Z`) - now.getTime();
  if (post.status === "publish" && ahead >= 60_000) post.status = "future";
  if (post.status === "future" && ahead < 60_000) post.status = "publish";
  if (seen) post.slug = findFree(posts, post);
  posts.set(post.id, post);
  return { status: old ? 200 : 201, body: show(post, call) };
}

function refuseSave(
  old: WordpressPost | undefined,
  sent: Partial<WordpressPost>,
  user: FakeUser | undefined,
): FakeAnswer | undefined {
  if (sent.status !== undefined && !STATUSES.includes(sent.status))
    return refuse(400, "rest_invalid_param", "Invalid parameter(s): status");
  if (old && !mayEdit(old, user))
    return refuse(403, "rest_cannot_edit", "Sorry, you are not allowed to edit this post.");
  const others = "Sorry, you are not allowed to create posts as this user.";
  if (!user || !may(user, "edit_posts"))
    return refuse(user ? 403 : 401, "rest_cannot_create", others);
  if (sent.author && sent.author !== user.id && !may(user, "edit_others_posts"))
    return refuse(403, "rest_cannot_edit_others", others);
  const hidden = ["draft", "pending", undefined].includes(sent.status);
  if (hidden || may(user, "publish_posts")) return undefined;
  return refuse(
    403,
    "rest_cannot_publish",
    "Sorry, you are not allowed to publish posts in this post type.",
  );
}

function findFree(posts: Posts, post: WordpressPost): string {
  const taken = (slug: string) =>
    [...posts.values()].some((one) => one.id !== post.id && one.slug === slug);
  if (!taken(post.slug)) return post.slug;
  let number = 2;
  while (taken(`${post.slug}-${number}`)) number += 1;
  return `${post.slug}-${number}`;
}

/** With `context=edit`, as after every write: `raw` beside what readers get. */
function show(post: WordpressPost, { home }: PostCall) {
  const { id, status, slug, title, content, excerpt } = post;
  const both = (raw: string) => ({ raw, rendered: raw });
  const seen = status === "publish" || status === "private";
  const date_gmt = post.date_gmt ?? post.modified_gmt;
  return {
    ...{ ...post, date_gmt, type: "post", meta: orList(post.meta) },
    link: seen ? `${home}/${slug}/` : `${home}/?p=${id}`,
    title: both(title),
    content: {
      ...both(content),
      protected: false,
      block_version: content.includes("<!-- wp:") ? 1 : 0,
    },
    excerpt: { ...both(excerpt), protected: false },
  };
}

function toGmt(date: Date): string {
  return date.toISOString().slice(0, 19);
}
