"use client";
import { Button } from "@mantine/core";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { showToast } from "@/app/_ui/messages/toast";
import type { PostSummary } from "@/lib/blog/schema";
import { UNDO_MS } from "@/lib/limits/paces";
import { restorePost } from "../../_library/post-requests";
import styles from "./post-list.module.css";

type DeletedRowProps = { post: PostSummary; onRestored: () => void; onOver: () => void };

/** Where a post stood that has just been deleted: the way back, under the user's hand. */
export function DeletedRow({ post, onRestored, onOver }: DeletedRowProps) {
  const [busy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const expire = useEffectEvent(() => {
    if (document.activeElement !== button.current) onOver();
  });
  useEffect(() => {
    button.current?.focus();
    const timer = setInterval(expire, UNDO_MS);
    return () => clearInterval(timer);
  }, []);
  const undo = async () => {
    setBusy(true);
    const answer = await restorePost(post.id);
    if (answer.ok) return onRestored();
    setBusy(false);
    showToast({ title: answer.problem.title, message: answer.problem.detail, tone: "bad" });
  };
  return (
    <li className={styles.gone}>
      <p>
        <q>{post.title}</q> was deleted. You find it under &ldquo;Recently deleted&rdquo; for seven
        days.
      </p>
      <Button ref={button} size="xs" variant="default" loading={busy} onClick={undo}>
        Undo<span className="visually-hidden"> deleting “{post.title}”</span>
      </Button>
    </li>
  );
}
