"use client";
import { Button } from "@mantine/core";
import { useState } from "react";
import { showToast } from "@/app/_ui/messages/toast";
import { When } from "@/app/_ui/when";
import type { PostSummary } from "@/lib/blog/schema";
import { LIMITS } from "@/lib/limits/registry";
import { formatDay } from "@/lib/text/format-day";
import { restorePost } from "../../_library/post-requests";
import styles from "./post-list.module.css";

const DAY_MS = 86_400_000;
type TrashRowProps = { post: PostSummary; deletedAt: string; onRestored: () => void };

/** A deleted post: when it was deleted, when it will be erased, and the way back. */
export function TrashRow({ post, deletedAt, onRestored }: TrashRowProps) {
  const [busy, setBusy] = useState(false);
  const restore = async () => {
    setBusy(true);
    const answer = await restorePost(post.id);
    if (answer.ok) {
      showToast({ title: "Restored", message: `“${post.title}” is among your posts again.` });
      return onRestored();
    }
    setBusy(false);
    showToast({ title: answer.problem.title, message: answer.problem.detail, tone: "bad" });
  };
  return (
    <li className={styles.gone}>
      <div>
        <p className={styles.trashed}>{post.title}</p>
        <p className={styles.when}>
          Deleted <When iso={deletedAt} />. Erased for good on{" "}
          {formatDay(Date.parse(deletedAt) + LIMITS.deletedDays * DAY_MS)}.
        </p>
      </div>
      <Button size="xs" variant="default" loading={busy} onClick={restore}>
        Restore<span className="visually-hidden"> “{post.title}”</span>
      </Button>
    </li>
  );
}
