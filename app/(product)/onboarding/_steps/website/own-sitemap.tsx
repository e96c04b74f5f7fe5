"use client";
import { useWorkStream } from "@/app/_ui/work/use-work-stream";
import { WorkPanel } from "@/app/_ui/work/work-panel";
import {
  type SitemapOverview,
  sitemapBody,
  sitemapOverview,
} from "@/lib/onboarding/sitemap/schema";
import { SitemapReport } from "./sitemap-report";
import styles from "./website.module.css";

type OwnSitemapProps = {
  /** The address of the site, whole; "" while there is none. */
  url: string;
  about: string;
  sitemap: SitemapOverview | null;
  estimateUsd: number | null;
  payer: string;
  onFound: (sitemap: SitemapOverview) => void;
};

/** What the site has already, by its sitemap: counted for nothing, then looked over by the user's model. */
export function OwnSitemap({ url, about, sitemap, estimateUsd, payer, onFound }: OwnSitemapProps) {
  const work = useWorkStream();
  const hasAddress = sitemapBody.safeParse({ url }).success;
  const start = () =>
    void work.start(
      "/api/onboarding/website/sitemap",
      { url, about },
      {
        onField: (name, value) => name === "sitemap" && onFound(sitemapOverview.parse(value)),
        onDone: () => {},
      },
    );
  return (
    <section className={styles.sitemap} aria-labelledby="sitemap">
      <h2 id="sitemap">What your site has already (optional)</h2>
      <p>
        Its sitemap says how many pages there are, where, and how often they change. Reading it
        costs nothing; your model then says what readers would look for and not find.
      </p>
      {!hasAddress && <p>Give the address of your site above first.</p>}
      <WorkPanel
        work={work}
        action="Read my sitemap"
        disabled={!hasAddress}
        quiet
        estimateUsd={estimateUsd}
        payer={payer}
        onStart={start}
      />
      {sitemap && <SitemapReport sitemap={sitemap} />}
    </section>
  );
}
