import "server-only";
import { readPages } from "../../calls/call-exa";
import { AppError } from "../../errors";
import type { Run } from "../run";
import { canonicalUrl } from "./canonical-url";
import { type FoundSource, readFoundPages } from "./read-found-pages";

const MAX_CHARACTERS = 12_000;

/**
 * The user's own material: notes as they are, and pages read with the user's Exa key.
 *
 * @throws AppError `source_unreadable` when a page that the user named cannot be read: a post without
 *   it would not be the one that was asked for.
 */
export async function readOwnSources(run: Run): Promise<FoundSource[]> {
  const { sources = [] } = run.request;
  const notes = sources.flatMap((source) => ("text" in source ? [source] : []));
  const urls = sources.flatMap((source) => ("url" in source ? [source.url] : []));
  const found = notes.map(({ title, text }, index) => {
    return { url: null, title: title || `Your notes ${index + 1}`, text, publishedAt: null };
  });
  return urls.length === 0 ? found : [...found, ...(await readNamedPages(run, urls))];
}

async function readNamedPages(run: Run, urls: string[]): Promise<FoundSource[]> {
  const { results } = await readPages(run, {
    urls,
    maxCharacters: MAX_CHARACTERS,
    subpages: 0,
    links: 0,
  });
  const pages = readFoundPages(results);
  if (pages.length < new Set(urls.map(canonicalUrl)).size) throw new AppError("source_unreadable");
  return pages;
}
