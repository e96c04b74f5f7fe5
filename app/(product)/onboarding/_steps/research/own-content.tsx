import type { ContentOverview } from "@/lib/onboarding/research/schema";
import { explainContent } from "./explain-content";
import styles from "./research.module.css";

/** What the user's own site has already, and what follows from it. */
export function OwnContent({ content }: { content: ContentOverview }) {
  return (
    <section className={styles.group} aria-labelledby="own-content">
      <h2 id="own-content">What your site has already</h2>
      <dl className={styles.insights}>
        {explainContent(content, new Date()).map(({ name, found, means }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {found} <span className={styles.means}>{means}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
