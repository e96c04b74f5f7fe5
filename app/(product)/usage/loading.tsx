import { SkeletonLines } from "@/app/_ui/work/skeleton-lines";
import styles from "./_usage/usage.module.css";
import { UsageHeading } from "./_usage/usage-heading";

/** The heading, the month's figures and some rows. */
export default function UsageLoading() {
  return (
    <div className={styles.page}>
      <UsageHeading />
      <SkeletonLines widths={[60, 30]} label="Loading what your keys have spent" />
      <SkeletonLines widths={[90, 90, 90, 90]} />
    </div>
  );
}
