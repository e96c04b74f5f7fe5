import "server-only";
import type { ExaResult } from "../../providers/read-exa-answer";
import { cutText } from "../../text/cut-text";
import { plainText } from "../../text/plain-text";
import { canonicalUrl } from "./canonical-url";
import { isWithin } from "./prefer-domains";

/** A source with its text, before it is numbered. `url` is null for the user's own notes. */
export type FoundSource = {
  url: string | null;
  title: string;
  text: string;
  publishedAt: string | null;
  author?: string | undefined;
};

const MOST_TITLE = 300;
const MOST_AUTHOR = 100;

/**
 * What Exa has found as sources: each page once, by its own address, with its text and a title in plain words. Left
 * out is what has no text or no web address, or lies within `excludeDomains`, whatever Exa was asked.
 */
export function readFoundPages(results: ExaResult[], excludeDomains: string[] = []): FoundSource[] {
  const byUrl = new Map<string, FoundSource>();
  for (const result of results) {
    const key = canonicalUrl(result.url);
    const text = result.text ?? result.highlights?.join("\n\n") ?? "";
    if (!key || !text.trim() || byUrl.has(key) || isWithin(key, excludeDomains)) continue;
    const url = withoutLogin(result.url);
    const title = plainText(result.title ?? "") || new URL(url).hostname;
    const publishedAt = result.publishedDate ?? null;
    const author = cutText(plainText(result.author ?? ""), MOST_AUTHOR);
    const found = { url, title: cutText(title, MOST_TITLE), text, publishedAt };
    byUrl.set(key, { ...found, ...(author ? { author } : {}) });
  }
  return [...byUrl.values()];
}

/** The address as the page has it; a name and a password in it are nobody's to read. */
function withoutLogin(address: string): string {
  const url = new URL(address);
  if (url.username === "" && url.password === "") return address.trim();
  url.username = "";
  url.password = "";
  return url.href;
}
