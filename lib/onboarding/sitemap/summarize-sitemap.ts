import type { SitemapPage } from "./parse-sitemap";
import type { SitemapOverview } from "./schema";

const MOST_SECTIONS = 12;
const MONTHS = 12;

/** What there is of a site, by its sitemap alone: how many pages, where, and how often they change. Pure. */
export function summarizeSitemap(
  pages: readonly SitemapPage[],
  cut: boolean,
): Omit<SitemapOverview, "missing"> {
  const days = pages.flatMap(({ changed }) => changed ?? []).sort();
  const newest = days.at(-1) ?? null;
  return {
    pages: pages.length,
    cut,
    sections: listSections(pages),
    dated: days.length,
    newest,
    months: newest === null ? [] : countMonths(days, newest),
  };
}

function listSections(pages: readonly SitemapPage[]): SitemapOverview["sections"] {
  const sections = new Map<string, { path: string; pages: number; newest: string | null }>();
  for (const { url, changed } of pages) {
    const path = nameSection(url);
    const known = sections.get(path) ?? { path, pages: 0, newest: null };
    const newest = changed !== null && changed > (known.newest ?? "") ? changed : known.newest;
    sections.set(path, { path, pages: known.pages + 1, newest });
  }
  const largest = [...sections.values()].sort((one, other) => other.pages - one.pages);
  return largest.slice(0, MOST_SECTIONS);
}

/** "/blog/" for a page below it, "/" for one at the root. */
function nameSection(url: string): string {
  const [first, ...below] = new URL(url).pathname.split("/").filter(Boolean);
  return first !== undefined && below.length > 0 ? `/${first}/`.slice(0, 100) : "/";
}

function countMonths(days: readonly string[], newest: string): SitemapOverview["months"] {
  const last = new Date(`${newest.slice(0, 7)}-01T00:00:00Z`);
  return Array.from({ length: MONTHS }, (_, index) => {
    const at = new Date(last);
    at.setUTCMonth(at.getUTCMonth() - (MONTHS - 1 - index));
    const month = at.toISOString().slice(0, 7);
    return { month, pages: days.filter((day) => day.startsWith(month)).length };
  });
}
