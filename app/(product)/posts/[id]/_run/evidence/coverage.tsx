import { AttentionIcon, CheckIcon, CrossIcon } from "@/app/_ui/icons";
import { CLAIM_LEVELS, type ClaimLevel, type PostDocument } from "@/lib/blog/schema";
import {
  type Coverage,
  measureCoverage,
  type SectionCoverage,
} from "@/lib/blog/sources/measure-coverage";
import claims from "./claims.module.css";
import styles from "./coverage.module.css";

const LEVEL_SIGNS = {
  supported: { Icon: CheckIcon, words: "supported" },
  unsure: { Icon: AttentionIcon, words: "not confirmed" },
  unsupported: { Icon: CrossIcon, words: "not supported" },
} as const satisfies Record<ClaimLevel, { Icon: typeof CheckIcon; words: string }>;

/** Who cites what, folded away until it is wanted: its summary says the two sums. */
export function CoveragePart({ document, live }: { document: PostDocument; live: boolean }) {
  if (document.sources.length === 0) return null;
  const coverage = measureCoverage(document);
  const { used, unused, sections } = coverage;
  return (
    <details className={styles.coverage}>
      <summary>
        <h2 className={styles.title}>Coverage</h2>
        <span className={styles.sums}>{describeSums(coverage)}</span>
      </summary>
      {sections.length === 0 ? (
        <p className={styles.none}>
          {live
            ? "Nothing is written yet. This fills as the sections are."
            : "Nothing was written, so nothing is cited."}
        </p>
      ) : (
        <>
          <h3 className={styles.part}>Sentences by section</h3>
          <ul className={styles.rows}>
            {sections.map((section) => (
              <SectionRow key={section.id} section={section} />
            ))}
          </ul>
          <h3 className={styles.part}>Sections by source</h3>
          <ul className={styles.rows}>
            {used.map(({ source, times, citing }) => (
              <li key={source.id}>
                <span className={styles.name}>{source.title}</span>{" "}
                <span className={styles.count}>cited {describeTimes(times)}</span>
                <ul className={styles.citing}>
                  {citing.map(({ id, heading, times: here }) => (
                    <li key={id}>
                      <a href={`#${id}`}>{heading}</a>
                      {here > 1 && ` ${describeTimes(here)}`}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
          <h3 className={styles.part}>Cited nowhere</h3>
          {unused.length === 0 && <p className={styles.none}>Every source is cited.</p>}
          <ul className={styles.rows}>
            {unused.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

function SectionRow({ section }: { section: SectionCoverage }) {
  const { id, heading, sentences, cited, claims: counts } = section;
  const levels = CLAIM_LEVELS.filter((level) => counts[level] > 0);
  return (
    <li>
      <a href={`#${id}`}>{heading}</a>
      <span className={styles.counts}>
        <span className={styles.count}>
          {cited} of {sentences} {sentences === 1 ? "sentence cites" : "sentences cite"}
        </span>
        {levels.map((level) => {
          const { Icon, words } = LEVEL_SIGNS[level];
          return (
            <span key={level} className={`${claims.level} ${styles.level}`} data-level={level}>
              <Icon />
              <span>
                {counts[level]} {words}
              </span>
            </span>
          );
        })}
        {levels.length === 0 && <span className={styles.count}>nothing checked</span>}
      </span>
    </li>
  );
}

function describeSums({ used, unused, sections }: Coverage): string {
  const all = used.length + unused.length;
  const total = (pick: (section: SectionCoverage) => number) =>
    sections.reduce((sum, section) => sum + pick(section), 0);
  const sentences = total((section) => section.sentences);
  const cited = total((section) => section.cited);
  return sentences === 0
    ? "nothing is cited yet"
    : `${used.length} of ${all} sources, ${cited} of ${sentences} sentences`;
}

function describeTimes(times: number): string {
  return times === 1 ? "once" : times === 2 ? "twice" : `${times} times`;
}
