import styles from "./skeleton-lines.module.css";

/** Grey bars where text will be: `widths` in percent, one bar each; the label is for screen readers. */
export function SkeletonLines({ widths, label }: { widths: readonly number[]; label?: string }) {
  return (
    <div className={styles.lines}>
      {label && <span className="visually-hidden">{label}</span>}
      {widths.map((width, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity and never move.
          key={index}
          className={styles.line}
          style={{ width: `${width}%` }}
          aria-hidden="true"
        />
      ))}
    </div>
  );
}
