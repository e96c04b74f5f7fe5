import { When } from "@/app/_ui/when";
import type { Analysis } from "@/lib/blog/analyses/schema";
import type { Section } from "@/lib/blog/schema";
import styles from "./analyses.module.css";

type FindingsProps = { analysis: Analysis; version: number; sections: readonly Section[] };

/** What a model would change: each problem with its place, its words and what to do; and how old that is. */
export function Findings({ analysis, version, sections }: FindingsProps) {
  const { summary, findings, createdAt } = analysis;
  return (
    <>
      <p>{summary}</p>
      {findings.length === 0 && <p className={styles.note}>It would change nothing.</p>}
      <ol className={styles.findings}>
        {findings.map(({ sectionId, problem, advice, quote }) => {
          const section = sections.find(({ id }) => id === sectionId);
          return (
            <li key={`${sectionId} ${problem} ${advice}`}>
              <p className={styles.problem}>{problem}</p>
              {quote && <blockquote className={styles.quote}>{quote}</blockquote>}
              <p>{advice}</p>
              {section && (
                <a href={`#${section.id}`} className={styles.place}>
                  Go to “{section.heading}”
                </a>
              )}
            </li>
          );
        })}
      </ol>
      <p className={styles.note}>
        Asked <When iso={createdAt} />
        {analysis.version === version
          ? ". The post has not changed since."
          : ". The post has changed since: what was mended may still stand here."}{" "}
        It is the opinion of a model, and changes neither the post nor the score.
      </p>
    </>
  );
}
