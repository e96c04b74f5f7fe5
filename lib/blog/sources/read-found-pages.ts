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
 * What Exa has found as sources: each address once, with its text and a title in plain words. Left
 * out is what has no text or no web address, or lies within `excludeDomains`, whatever Exa was asked.
 */
export function readFoundPages(results: ExaResult[], excludeDomains: string[] = []): FoundSource[] {
  const byUrl = new Map<string, FoundSource>();
  for (const result of results) {
    const url = canonicalUrl(result.url);
    const text = result.text ?? result.highlights?.join("\n\n") ?? "";
    if (!url || !text.trim() || byUrl.has(url) || isWithin(url, excludeDomains)) continue;
    const title = plainText(result.title ?? "") || new URL(url).hostname;
    const publishedAt = result.publishedDate ?? null;
    const author = cutText(plainText(result.author ?? ""), MOST_AUTHOR);
    const found = { url, title: cutText(title, MOST_TITLE), text, publishedAt };
    byUrl.set(url, { ...found, ...(author ? { author } : {}) });
  }
  return [...byUrl.values()];
}
