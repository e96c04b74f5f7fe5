import { SkeletonLines } from "@/app/_ui/work/skeleton-lines";
import styles from "../_frame/frame.module.css";

/** A heading, a lead and two rows of a form. */
export default function StepLoading() {
  return (
    <>
      <SkeletonLines widths={[12, 34]} label="Loading the step" />
      <div className={styles.content}>
        <SkeletonLines widths={[88, 70]} />
      </div>
      <div className={styles.content}>
        <SkeletonLines widths={[24, 100, 62, 50]} />
      </div>
      <div className={styles.content}>
        <SkeletonLines widths={[24, 100, 62, 50]} />
      </div>
    </>
  );
}
