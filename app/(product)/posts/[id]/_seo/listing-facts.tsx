import type { Seo } from "@/lib/seo/schema";
import styles from "./seo.module.css";

/** The listing where nothing can be edited. */
export function ListingFacts({ seo }: { seo: Seo }) {
  const facts = [
    ["Title", seo.title],
    ["Description", seo.description],
    ["Slug", seo.slug],
    ["Keyword", seo.keyword],
    ["Tags", seo.tags.join(", ")],
    ...(seo.canonical ? [["Canonical address", seo.canonical] as const] : []),
    ...(seo.picture ? [["Picture of shared links", seo.picture.url] as const] : []),
  ] as const;
  return (
    <div className={styles.part}>
      <h3>Search listing</h3>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
