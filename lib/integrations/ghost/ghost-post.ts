import "server-only";
import { z } from "zod";
import { AppError } from "../../errors";
import { linkable } from "../ask-site";
import { keepText } from "../keep-text";
import type { Login, PresentPost } from "../publisher";
import { authorize, GHOST_API } from "./ghost-login";

export const POSTS = `${GHOST_API}/posts/`;
/** Ghost's own words are replaced by these, by which a collision is known. */
export const COLLISION = "Somebody else is editing this post.";

const ghostPost = z.object({
  id: z.string(),
  status: z.string(),
  url: z.string(),
  title: z.string(),
  html: z.string().nullish(),
  updated_at: z.string(),
  published_at: z.string().nullish(),
});
type GhostPost = z.infer<typeof ghostPost>;
/** An answer that holds one post. Source: docs.ghost.org/admin-api/posts. */
export const onePost = z.object({ posts: z.tuple([ghostPost]) });

const refusal = z.object({
  errors: z
    .array(z.object({ message: z.string(), context: z.string().nullish(), type: z.string() }))
    .min(1),
});
/** What Ghost says of a refusal. */
export function readMessage(body: unknown): string | undefined {
  const [error] = refusal.safeParse(body).data?.errors ?? [];
  if (error?.type === "UpdateCollisionError") return COLLISION;
  return error ? [error.message, error.context].filter(Boolean).join(" ") : undefined;
}

const STATES: Record<string, PresentPost["state"]> = {
  published: "live",
  sent: "live",
  scheduled: "scheduled",
};

/** A post of Ghost as the product speaks of it. */
export function toPresent({ siteUrl }: Login, post: GhostPost): PresentPost {
  const state = STATES[post.status] ?? "draft";
  const editor = `${siteUrl}/ghost/#/editor/post/${post.id}`;
  const date = post.published_at ? new Date(post.published_at) : null;
  return {
    id: post.id,
    state,
    url: state === "live" ? linkable(post.url, editor) : editor,
    at: state === "draft" ? null : date,
    date,
    version: post.updated_at,
    kept: keepText(post.title, post.html ?? ""),
  };
}

/** The headers of a saved login. @throws AppError `site_login_expired` when it is none of Ghost's. */
export async function requireHeaders({ secret }: Login): Promise<Record<string, string>> {
  const headers = await authorize(secret);
  if (!headers) throw new AppError("site_login_expired");
  return headers;
}

/** The attribute that says whose text it is. */
export function mark(marker: string): string {
  return `data-alwrity="${marker}"`;
}
