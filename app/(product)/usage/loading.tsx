import { SkeletonLines } from "@/app/_ui/work/skeleton-lines";
import styles from "./_usage/usage.module.css";

/** The title, the month's figures and some rows. */
export default function UsageLoading() {
  return (
    <div className={styles.page}>
      <h1>Usage</h1>
      <SkeletonLines widths={[60, 30]} label="Loading what your keys have spent" />
      <SkeletonLines widths={[90, 90, 90, 90]} />
    </div>
  );
}
