import "server-only";
import { readPages } from "../../calls/call-exa";
import type { Caller } from "../../calls/caller";
import { AppError } from "../../errors";
import type { ExaContents } from "../../providers/read-exa-answer";
import { cutText } from "../../text/cut-text";
import { plainText } from "../../text/plain-text";
import { PAGES_BELOW } from "../pages-below";
import type { PageReport } from "./schema";

/** How many pages below the given one are read. */
export const SUBPAGES = 5;
const MAX_CHARACTERS = 4_000;
const SHORTEST_TEXT = 80;

type Page = { url: string; title: string; text: string };
/** What was read of a site, and of each page whether it could be. */
export type Site = { pages: Page[]; reports: PageReport[] };

/**
 * Reads a page, pages below it and further ones that the user named, all through Exa: this server
 * opens none of them.
 *
 * @throws AppError `site_unreadable` when none had any text, or what became of the call.
 */
export async function readSite(
  caller: Caller,
  { url, pages: more }: { url: string; pages: string[] },
): Promise<Site> {
  const urls = [...new Set([url, ...more])];
  const answer = await readPages(caller, {
    urls,
    maxCharacters: MAX_CHARACTERS,
    subpages: SUBPAGES,
    subpageTarget: PAGES_BELOW,
    links: 0,
  });
  const found = answer.results.flatMap((page) => [page, ...page.subpages]).map(toPage);
  const pages = found.filter(({ text }) => text.length >= SHORTEST_TEXT);
  const reports = [...found.map(toReport), ...describeFailures(urls, answer)];
  if (pages.length === 0) throw new AppError("site_unreadable", { provider: "exa" });
  return { pages, reports };
}

function toPage(page: Omit<ExaContents["results"][number], "subpages" | "extras">): Page {
  const title = cutText(plainText(page.title ?? ""), 120);
  return { url: page.url.slice(0, 500), title, text: (page.text ?? "").trim() };
}

function toReport({ url, title, text }: Page): PageReport {
  const ok = text.length >= SHORTEST_TEXT;
  return { url, title: title || url, ok, ...(ok ? {} : { reason: "There is hardly any text." }) };
}

const REASONS: Record<string, string> = {
  CRAWL_NOT_FOUND: "There is no such page.",
  CRAWL_TIMEOUT: "The site answered too slowly.",
  CRAWL_LIVECRAWL_TIMEOUT: "The site answered too slowly.",
  SOURCE_NOT_AVAILABLE: "The site does not let itself be read.",
};

/** Addresses that were asked for and are not among the results. */
function describeFailures(urls: string[], { results, statuses }: ExaContents): PageReport[] {
  const failed = new Map(
    (statuses ?? []).flatMap(({ id, status, error }) =>
      status === "error" ? [[id, error?.tag ?? ""]] : [],
    ),
  );
  const missing = urls.filter((url) => failed.has(url) || results.length === 0);
  return missing.map((url) => ({
    url,
    title: url,
    ok: false,
    reason: REASONS[failed.get(url) ?? ""] ?? "It could not be read.",
  }));
}
