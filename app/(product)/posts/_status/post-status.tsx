import type { PostStatus } from "@/lib/blog/schema";
import styles from "./post-status.module.css";

const LOOK = {
  queued: { text: "Queued", tone: "busy" },
  running: { text: "Writing", tone: "busy" },
  waiting: { text: "Waiting", tone: "warn" },
  "needs-key": { text: "Needs a key", tone: "warn" },
  stopped: { text: "Stopped", tone: "quiet" },
  failed: { text: "Failed", tone: "bad" },
  ready: { text: "Ready", tone: "good" },
  published: { text: "Published", tone: "good" },
} satisfies Record<PostStatus, { text: string; tone: string }>;

/** The status of a post in one or two words. */
export function PostStatusTag({ status }: { status: PostStatus }) {
  return (
    <span className={styles.status} data-tone={LOOK[status].tone}>
      {LOOK[status].text}
    </span>
  );
}

/** The words of a status, for a filter. */
export function describeStatus(status: PostStatus): string {
  return LOOK[status].text;
}
