import type { PostDocument } from "../blog/schema";
import { cutText } from "../text/cut-text";
import { makeSlug } from "../text/make-slug";

const MOST = 80;

/** The last segment of a post's address: its own slug, or one made of its title; "" when neither has any. */
export function slugOf({ seo, title }: Pick<PostDocument, "seo" | "title">): string {
  return makeSlug(seo?.slug ?? "", MOST) || makeSlug(title, MOST);
}

/**
 * The `Content-Disposition` of an exported post (RFC 6266): a name in Latin letters for everybody,
 * and beside it the title's own letters for clients that read them.
 */
export function nameFile(document: Pick<PostDocument, "seo" | "title">, ending: string): string {
  const slug = slugOf(document);
  const title = makeOwnName(document.title);
  const latin = [slug, "post"].find((name) => /^[a-z0-9-]+$/.test(name)) ?? "post";
  const plain = `attachment; filename="${latin}.${ending}"`;
  if (title === "" || /^[ -~]*$/.test(title)) return plain;
  return `${plain}; filename*=UTF-8''${encodeURIComponent(`${title}.${ending}`)}`;
}

/** The words of a title with hyphens between them, accents and all. */
function makeOwnName(title: string): string {
  const words = cutText(title, MOST)
    .normalize("NFC")
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return (words ?? []).join("-");
}
