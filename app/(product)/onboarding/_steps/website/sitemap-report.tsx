import type { SitemapOverview } from "@/lib/onboarding/sitemap/schema";
import { formatDay } from "@/lib/text/format-day";
import styles from "./website.module.css";

const SHOWN = 6;
const number = (count: number) => count.toLocaleString("en");
const pages = (count: number) => `${number(count)} ${count === 1 ? "page" : "pages"}`;

/** What a sitemap says, in sentences and a short table, and what seems to be missing. */
export function SitemapReport({ sitemap }: { sitemap: SitemapOverview }) {
  const { sections, missing } = sitemap;
  return (
    <div className={styles.report} aria-live="polite">
      <p>{describeSize(sitemap)}</p>
      <p>{describeRhythm(sitemap)}</p>
      <ul>
        {sections.slice(0, SHOWN).map(({ path, pages: count, newest }) => (
          <li key={path}>
            <b>{path === "/" ? "At the root" : path}</b> {pages(count)}
            {newest && `, last changed on ${formatDay(newest)}`}
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <>
          <h3>What seems to be missing</h3>
          <ul>
            {missing.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function describeSize({ pages: count, cut, sections }: SitemapOverview): string {
  const parts = sections.length === 1 ? "one part" : `${sections.length} parts`;
  return `${cut ? "More than " : ""}${pages(count)} in ${parts}.`;
}

/** How often pages change, over the year that ends with the newest of them. */
function describeRhythm({ dated, newest, months }: SitemapOverview): string {
  if (newest === null) return "No page has a date, so how often it publishes is not known.";
  const changed = months.reduce((sum, { pages: count }) => sum + count, 0);
  const quiet = months.filter(({ pages: count }) => count === 0).length;
  const pause = quiet > 0 ? ` ${quiet} of these months had none.` : "";
  return `${pages(dated)} with a date, the newest of ${formatDay(newest)}. ${pages(changed)} changed in the twelve months before.${pause}`;
}
