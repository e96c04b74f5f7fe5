import type { FakeAnswer } from "./start-fake-site";

/** A post as WordPress keeps it. */
export type WordpressPost = {
  id: number;
  status: string;
  slug: string;
  title: string;
  content: string;
  excerpt: string;
  date_gmt: string;
};
type Call = {
  method: string;
  id: number | undefined;
  query: URLSearchParams;
  body: string;
  may: { edit: boolean; publish: boolean };
};

/** Answers `/wp-json/wp/v2/posts` and one post of it. Sources: the code of WP_REST_Posts_Controller. */
export function answerWordpressPosts(
  posts: Map<number, WordpressPost>,
  { method, id, query, body, may }: Call,
): FakeAnswer {
  if (id === undefined)
    return method === "POST" ? save(posts, undefined, { body, may }) : list(posts, query, may);
  const found = posts.get(id);
  if (!found) return fail(404, "rest_post_invalid_id", "Invalid post ID.");
  if (method === "POST") return save(posts, found, { body, may });
  if (query.get("context") === "edit" && !may.edit)
    return fail(403, "rest_forbidden_context", "Sorry, you are not allowed to edit this post.");
  return { status: 200, body: show(found) };
}

function list(
  posts: Map<number, WordpressPost>,
  query: URLSearchParams,
  may: Call["may"],
): FakeAnswer {
  if (!may.edit) return fail(400, "rest_invalid_param", "Invalid parameter(s): status");
  const search = query.get("search")?.toLowerCase();
  const found = [...posts.values()].filter(
    (post) =>
      (query.get("status") === "any" ? post.status !== "trash" : post.status === "publish") &&
      (!search || `${post.title}${post.excerpt}${post.content}`.toLowerCase().includes(search)) &&
      (!query.has("slug") || post.slug === query.get("slug")),
  );
  return { status: 200, body: found.map(show) };
}

function save(
  posts: Map<number, WordpressPost>,
  old: WordpressPost | undefined,
  { body, may }: Pick<Call, "body" | "may">,
): FakeAnswer {
  if (!may.edit)
    return fail(
      403,
      "rest_cannot_create",
      "Sorry, you are not allowed to create posts as this user.",
    );
  const sent = JSON.parse(body);
  const status = sent.status ?? old?.status ?? "draft";
  if (!["draft", "publish", "future"].includes(status))
    return fail(400, "rest_invalid_param", "Invalid parameter(s): status");
  if (status !== "draft" && !may.publish)
    return fail(
      403,
      "rest_cannot_publish",
      "Sorry, you are not allowed to publish posts in this post type.",
    );
  const now = new Date().toISOString().slice(0, 19);
  const post: WordpressPost = {
    ...{ slug: "", title: "", content: "", excerpt: "", date_gmt: now },
    ...old,
    ...sent,
    id: old?.id ?? posts.size + 11,
  };
  if (`${post.title}${post.content}${post.excerpt}` === "")
    return fail(400, "empty_content", "Content, title, and excerpt are empty.");
  const ahead = Date.parse(`${post.date_gmt}Z`) - Date.now();
  if (status === "publish" && ahead >= 60_000) post.status = "future";
  if (status === "future" && ahead < 60_000) post.status = "publish";
  const taken = [...posts.values()].some(
    (one) => one.id !== post.id && one.slug === post.slug && one.status !== "draft",
  );
  if (taken && post.status !== "draft") post.slug = `${post.slug}-2`;
  posts.set(post.id, post);
  return { status: old ? 200 : 201, body: show(post) };
}

/** With `context=edit`, as after every write: `raw` beside what readers get. */
function show(post: WordpressPost) {
  const { id, status, slug, date_gmt, title, content, excerpt } = post;
  const both = (raw: string) => ({ raw, rendered: raw });
  const link = status === "publish" ? `http://site/${slug}/` : `http://site/?p=${id}`;
  return {
    ...{ id, status, slug, date_gmt, link, type: "post" },
    title: both(title),
    content: { ...both(content), protected: false, block_version: 0 },
    excerpt: { ...both(excerpt), protected: false },
  };
}

function fail(status: number, code: string, message: string): FakeAnswer {
  return { status, body: { code, message, data: { status } } };
}
