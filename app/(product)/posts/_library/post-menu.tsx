"use client";
import { Menu } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { MoreIcon } from "@/app/_ui/icons";
import type { Answer } from "@/app/_ui/messages/problem";
import { showToast } from "@/app/_ui/messages/toast";
import quiet from "@/app/_ui/quiet-button.module.css";
import { isResting } from "@/lib/blog/library/schema";
import type { PostStatus } from "@/lib/blog/schema";
import styles from "./post-menu.module.css";
import { deletePost, duplicatePost } from "./post-requests";

type PostMenuProps = {
  post: { id: string; title: string; status: PostStatus };
  onDeleted: () => void;
  /** Opens the choice of a phase to go back to, where there is one. */
  onBack?: () => void;
};

/** What can be done with a post as a whole: copy it, or delete it. Its place offers the way back. */
export function PostMenu({ post, onDeleted, onBack }: PostMenuProps) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const run = async <Value,>(work: Promise<Answer<Value>>, done: (value: Value) => void) => {
    setBusy(true);
    const answer = await work;
    setBusy(false);
    if (answer.ok) return done(answer.value);
    showToast({ title: answer.problem.title, message: answer.problem.detail, tone: "bad" });
  };
  const duplicate = () => {
    showToast({ title: "Duplicating…", message: `A copy of “${post.title}” is being made.` });
    return run(duplicatePost(post.id), ({ id }) => {
      showToast({ title: "Duplicated", message: `This is the copy of “${post.title}”.` });
      router.push(`/posts/${id}`);
    });
  };
  const writing = !isResting(post.status);
  return (
    <Menu position="bottom-end" width={230} disabled={busy} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button
          type="button"
          className={quiet.icon}
          aria-label={`Actions for “${post.title}”`}
          aria-busy={busy}
        >
          <MoreIcon />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        <Menu.Item className={styles.item} disabled={writing} onClick={duplicate}>
          {writing ? "Duplicate (once it is written)" : "Duplicate"}
        </Menu.Item>
        {onBack && (
          <Menu.Item className={styles.item} onClick={onBack}>
            Go back to a phase…
          </Menu.Item>
        )}
        <Menu.Item className={styles.delete} onClick={() => run(deletePost(post.id), onDeleted)}>
          {writing ? "Stop and delete" : "Delete"}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
