import { SkeletonLines } from "@/app/_ui/work/skeleton-lines";
import styles from "./new-post.module.css";

/** The title, the large field and the button. */
export default function NewPostLoading() {
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>New post</h1>
      <div className={styles.form}>
        <SkeletonLines widths={[40, 100, 100, 18]} label="Loading the form" />
      </div>
    </div>
  );
}
