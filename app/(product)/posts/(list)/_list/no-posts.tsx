import { LinkButton } from "@/app/_ui/link-button";
import styles from "./post-list.module.css";

/** The list before the first post: what will be here, and the one thing to do. */
export function NoPosts() {
  return (
    <div className={styles.empty}>
      <h2>No posts yet</h2>
      <p>
        Give a topic. ALwrity searches the web with your key, writes with your key, and cites a
        passage for every claim. The post and what it cost you will be listed here.
      </p>
      <LinkButton href="/posts/new">Write your first post</LinkButton>
    </div>
  );
}
