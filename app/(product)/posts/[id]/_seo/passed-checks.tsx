import { CheckIcon } from "@/app/_ui/icons";
import type { SeoScore } from "@/lib/seo/schema";
import styles from "./seo.module.css";

/** What is fine already, by part, folded away. */
export function PassedChecks({ score }: { score: SeoScore }) {
  const passed = score.parts.flatMap(({ findings }) => findings.filter(({ ok }) => ok));
  if (passed.length === 0) return null;
  return (
    <details className={styles.head}>
      <summary>
        {passed.length} {passed.length === 1 ? "check" : "checks"} passed
      </summary>
      {score.parts
        .filter(({ findings }) => findings.some(({ ok }) => ok))
        .map(({ id, name, findings }) => (
          <div key={id} className={styles.passed}>
            <h4>{name}</h4>
            <ul>
              {findings
                .filter(({ ok }) => ok)
                .map((finding) => (
                  <li key={finding.id} className={styles.check}>
                    <CheckIcon />
                    {finding.message}
                  </li>
                ))}
            </ul>
          </div>
        ))}
    </details>
  );
}
