import { SkeletonLines } from "@/app/_ui/work/skeleton-lines";
import styles from "./_run/page-columns.module.css";

/** The rail, a title with some text, and the evidence. */
export default function PostLoading() {
  return (
    <div className={styles.page}>
      <div className={styles.rail}>
        <SkeletonLines widths={[70, 50, 60, 55]} />
      </div>
      <div className={styles.middle}>
        <SkeletonLines widths={[30, 88, 62, 97, 93, 96, 71]} label="Loading the post" />
      </div>
      <div className={styles.evidence}>
        <SkeletonLines widths={[40, 90, 84, 88]} />
      </div>
    </div>
  );
}
