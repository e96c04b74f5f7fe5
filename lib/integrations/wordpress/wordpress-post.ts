import "server-only";
import { z } from "zod";
import { linkable } from "../ask-site";
import { keepText } from "../keep-text";
import type { Login, PresentPost } from "../publisher";
import { decodeEntities } from "./decode-entities";

const raw = z.object({ raw: z.string() });
/** A post as WordPress gives it to who may edit it. Source: developer.wordpress.org/rest-api/reference/posts. */
export const wordpressPost = z.object({
  id: z.number(),
  status: z.string(),
  link: z.string(),
  date_gmt: z.string().nullable(),
  modified_gmt: z.string().nullable(),
  title: raw,
  content: raw,
});
type WordpressPost = z.infer<typeof wordpressPost>;

const refusal = z.object({ message: z.string() });
/** What WordPress says of a refusal. */
export const readMessage = (body: unknown) => refusal.safeParse(body).data?.message;

const STATES: Record<string, PresentPost["state"]> = {
  publish: "live",
  private: "live",
  future: "scheduled",
};

/** A post of WordPress as the product speaks of it. */
export function toPresent({ siteUrl }: Login, post: WordpressPost): PresentPost {
  const state = STATES[post.status] ?? "draft";
  const editor = `${siteUrl}/wp-admin/post.php?post=${post.id}&action=edit`;
  const date = post.date_gmt === null ? null : new Date(`${post.date_gmt}Z`);
  return {
    id: String(post.id),
    state,
    url: state === "live" ? linkable(post.link, editor) : editor,
    at: state === "draft" ? null : date,
    date,
    version: `${post.status} ${post.modified_gmt}`,
    kept: keepText(decodeEntities(post.title.raw), post.content.raw),
  };
}

/** The attribute that says whose text it is. */
export function mark(marker: string): string {
  return `data-alwrity="${marker}"`;
}
