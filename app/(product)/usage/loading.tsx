import styles from "./_usage/usage.module.css";
import { UsageHeading } from "./_usage/usage-heading";
import { UsageSkeleton } from "./_usage/usage-skeleton";

/** The heading, the month's figures and some rows. */
export default function UsageLoading() {
  return (
    <div className={styles.page}>
      <UsageHeading />
      <UsageSkeleton />
    </div>
  );
}
