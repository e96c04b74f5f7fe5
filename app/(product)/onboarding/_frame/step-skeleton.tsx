import { SkeletonLines } from "@/app/_ui/work/skeleton-lines";
import styles from "./frame.module.css";

/** Two rows of a form, where the step's own will be. */
export function StepSkeleton() {
  return (
    <>
      <div className={styles.content}>
        <SkeletonLines widths={[24, 100, 62, 50]} label="Loading the step" />
      </div>
      <div className={styles.content}>
        <SkeletonLines widths={[24, 100, 62, 50]} />
      </div>
    </>
  );
}
