/** The relation by which a WordPress names the root of its REST interface. */
export const API = "https://api.w.org/";

/** Where the head of a page says that the interface is; undefined where it does not. Linear in the page. */
export function readHead(html: string): string | undefined {
  const link = html.match(/<link\b[^<>]*>/gi)?.find((tag) => tag.includes(API));
  return /\bhref\s*=\s*["']([^"']+)["']/i.exec(link ?? "")?.[1]?.replaceAll("&amp;", "&");
}
