import "server-only";
import { AppError } from "../../errors";
import { type GuardOptions, guardedFetch } from "../../http/guarded-fetch";
import { LIMITS } from "../../limits/registry";
import { parseSitemap, type SitemapPage } from "./parse-sitemap";

const { sitemapFiles: MOST_FILES, sitemapPages: MOST_PAGES, sitemapFileBytes: FILE_BYTES } = LIMITS;
/** Where a site without a word on it in robots.txt keeps its sitemap. */
const USUAL = ["/sitemap.xml", "/sitemap_index.xml", "/wp-sitemap.xml"];

/** The pages of a site; `cut` where there are more than are read. */
export type ReadSitemap = { pages: SitemapPage[]; cut: boolean };

/**
 * Reads the sitemap that a site's robots.txt names, or the usual one, and the files that it leads to. Each
 * address is guarded like one that a user has entered, and only pages of the site's own host count.
 *
 * @throws AppError `sitemap_missing` where there is none; `address_refused`, `site_unreachable`.
 */
export async function readSitemap(url: string, options: GuardOptions): Promise<ReadSitemap> {
  const { origin } = new URL(url);
  const named = await readText(`${origin}/robots.txt`, options);
  const waiting = listNamed(named, origin);
  const pages = new Map<string, SitemapPage>();
  const opened = new Set<string>();
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (opened.size >= MOST_FILES || pages.size >= MOST_PAGES) return toRead(pages, true);
    if (opened.has(next)) continue;
    opened.add(next);
    const file = parseSitemap(await readText(next, options));
    waiting.push(...file.files);
    for (const page of file.pages) if (isOfSite(page.url, origin)) pages.set(page.url, page);
    const isUsual = USUAL.some((path) => next === `${origin}${path}`);
    if (isUsual && file.pages.length + file.files.length > 0) dropUsual(waiting, origin);
  }
  if (pages.size === 0) throw new AppError("sitemap_missing");
  return toRead(pages, false);
}

function toRead(pages: ReadonlyMap<string, SitemapPage>, more: boolean): ReadSitemap {
  const all = [...pages.values()];
  return { pages: all.slice(0, MOST_PAGES), cut: more || all.length > MOST_PAGES };
}

/** The text at an address; "" where there is none, as most sites lack one file or another. */
async function readText(address: string, options: GuardOptions): Promise<string> {
  const headers = { accept: "application/xml,text/xml,text/plain,*/*;q=0.5" };
  const asked = { ...options, headers, maxBytes: FILE_BYTES, cut: true };
  const answer = await guardedFetch(address, asked);
  return answer.status === 200 ? answer.text : "";
}

function listNamed(robots: string, origin: string): string[] {
  const named = [...robots.matchAll(/^\s*sitemap:\s*(\S+)/gim)].map(([, address = ""]) => address);
  const own = named.filter((address) => URL.canParse(address));
  return own.length > 0 ? own : USUAL.map((path) => `${origin}${path}`);
}

/** Once one of the usual places has answered, the others would say the same again. */
function dropUsual(waiting: string[], origin: string): void {
  const kept = waiting.filter((address) => !USUAL.some((path) => address === `${origin}${path}`));
  waiting.splice(0, waiting.length, ...kept);
}

function isOfSite(url: string, origin: string): boolean {
  const bare = (host: string) => host.replace(/^www\./, "");
  return bare(new URL(url).host) === bare(new URL(origin).host);
}
