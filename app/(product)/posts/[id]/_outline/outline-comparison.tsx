import type { Source } from "@/lib/blog/schema";
import type { OutlineComparison, ProposedSection } from "./compare-outlines";
import styles from "./comparison.module.css";

type OutlineComparisonViewProps = { comparison: OutlineComparison; sources: Source[] };

/** A proposed outline in its order: what is new, renamed or moved, and what would go. */
export function OutlineComparisonView({ comparison, sources }: OutlineComparisonViewProps) {
  const { sections, removed, same } = comparison;
  const titles = new Map(sources.map(({ id, title }) => [id, title]));
  const name = (ids: readonly string[]) => ids.map((id) => titles.get(id) ?? id).join("; ");
  if (same) return <p>The proposal is the outline that you have.</p>;
  return (
    <div className={styles.comparison}>
      <h2 className={styles.title}>The outline as proposed</h2>
      <ol className={styles.sections}>
        {sections.map((section) => (
          <li key={section.heading} data-kind={section.kind}>
            <span className={styles.heading}>{section.heading}</span>{" "}
            {listTags(section).map((tag) => (
              <span key={tag} className={styles.tag}>
                {tag}
              </span>
            ))}
            {section.before && <p className={styles.note}>Until now: “{section.before}”</p>}
            <p className={styles.note}>{describeSources(section, name)}</p>
          </li>
        ))}
      </ol>
      {removed.length > 0 && (
        <>
          <h2 className={styles.title}>Removed</h2>
          <ul className={styles.sections}>
            {removed.map(({ key, heading, sourceIds }) => (
              <li key={key} data-kind="removed">
                <del className={styles.heading}>{heading}</del>
                {sourceIds.length > 0 && <p className={styles.note}>Sources: {name(sourceIds)}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function listTags({ kind, moved, words, wordsChanged }: ProposedSection): string[] {
  return [
    ...(kind === "new" ? ["New"] : []),
    ...(kind === "renamed" ? ["Renamed"] : []),
    ...(moved ? ["Moved"] : []),
    ...(wordsChanged ? [words === undefined ? "An even share of words" : `${words} words`] : []),
  ];
}

function describeSources(section: ProposedSection, name: (ids: readonly string[]) => string) {
  const { kind, sourceIds, addedSources, removedSources } = section;
  if (kind === "new")
    return sourceIds.length > 0 ? `Sources: ${name(sourceIds)}` : "Sources: chosen for you";
  const changes = [
    addedSources.length > 0 && `Sources added: ${name(addedSources)}.`,
    removedSources.length > 0 && `Sources taken out: ${name(removedSources)}.`,
  ];
  return changes.filter(Boolean).join(" ") || "Its sources stay.";
}
