import type { SeoScore } from "@/lib/seo/schema";
import styles from "./score.module.css";

/** Circumference of a circle of radius 42. */
const ROUND = 2 * Math.PI * 42;

/** The total as a ring, its five parts as bars with their weights, and what was measured. */
export function ScoreMeter({ score }: { score: SeoScore }) {
  return (
    <div className={styles.score}>
      <div className={styles.ring}>
        <svg viewBox="0 0 100 100" aria-hidden="true">
          <circle cx="50" cy="50" r="42" className={styles.track} />
          <circle
            cx="50"
            cy="50"
            r="42"
            className={styles.reached}
            strokeDasharray={`${(score.total / 100) * ROUND} ${ROUND}`}
          />
        </svg>
        <p className={styles.total}>
          <span className="visually-hidden">SEO score </span>
          {score.total}
          <span className={styles.of}> of 100</span>
        </p>
      </div>
      <dl className={styles.parts}>
        {score.parts.map((part) => (
          <div key={part.id} className={styles.part}>
            <dt>
              {part.name} <span className={styles.weight}>{Math.round(part.weight * 100)} %</span>
            </dt>
            <dd>
              <span className={styles.bar} aria-hidden="true">
                <span style={{ width: `${part.score}%` }} />
              </span>
              {part.score}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.facts}>{describeFacts(score)}</p>
    </div>
  );
}

function describeFacts({ words, minutes, language }: SeoScore): string {
  const name = language && new Intl.DisplayNames("en", { type: "language" }).of(language);
  const length = `${words.toLocaleString("en")} ${words === 1 ? "word" : "words"}`;
  const time = minutes === 1 ? "1 minute to read" : `${minutes} minutes to read`;
  return [length, time, name].filter(Boolean).join(" · ");
}
