import { SkeletonLines } from "@/app/_ui/work/skeleton-lines";
import styles from "./_list/post-list.module.css";

/** The title, the search field and five posts. */
export default function PostsLoading() {
  return (
    <>
      <h1 className={styles.title}>Posts</h1>
      <div className={styles.skeleton}>
        <SkeletonLines widths={[30]} label="Loading your posts" />
        {["a", "b", "c", "d", "e"].map((row) => (
          <div key={row} className={styles.row}>
            <SkeletonLines widths={[64, 38]} />
          </div>
        ))}
      </div>
    </>
  );
}
