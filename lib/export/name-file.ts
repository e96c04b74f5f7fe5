import slugify from "@sindresorhus/slugify";
import type { PostDocument } from "../blog/schema";

const MOST = 80;

/** The address of a post in Latin letters: its own slug, or one made of its title; "" when neither has any. */
export function slugOf({ seo, title }: Pick<PostDocument, "seo" | "title">): string {
  return cut(slugify(seo?.slug ?? "") || slugify(title));
}

/**
 * The `Content-Disposition` of an exported post (RFC 6266): a name in Latin letters for everybody,
 * and beside it the title in its own script for clients that read it.
 */
export function nameFile(document: Pick<PostDocument, "seo" | "title">, ending: string): string {
  const latin = `attachment; filename="${slugOf(document) || "post"}.${ending}"`;
  const words =
    document.title
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const own = cut(words.join("-"));
  if (own === "" || /^[ -~]*$/.test(own)) return latin;
  return `${latin}; filename*=UTF-8''${encodeURIComponent(`${own}.${ending}`)}`;
}

function cut(name: string): string {
  return [...name].slice(0, MOST).join("").replace(/-+$/, "");
}
