"use client";
import { useState } from "react";
import type { Post } from "@/lib/blog/schema";
import { PostMenu } from "../../_library/post-menu";
import { useLeaveDeleted } from "../../_library/use-leave-deleted";
import { EditButton } from "../_editor/edit-switch";
import { LazyGoBack } from "../_phases/lazy-go-back";
import { ExportMenu } from "../_publish/export-menu";
import { PublishButton } from "../_publish/publish-dialog";
import type { PublishDialogState } from "../_publish/use-publish-dialog";
import type { Run } from "./following/use-post-stream";
import styles from "./post-view.module.css";
import { StopButton } from "./stages/stop-button";

type PostActionsProps = {
  post: Pick<Post, "id">;
  run: Run;
  /** For a finished post. */
  publishing: PublishDialogState | null;
  /** Opens the editor; null where there is nothing to edit. `returned` from it just now. */
  editing: { open: () => void; returned: boolean } | null;
  /** What writing the post again costs, in US dollars; null without a price. */
  estimateUsd: number | null;
  payers: string[];
};

/** What can be done with a post, as far as it has come. */
export function PostActions({ post, run, publishing, editing, ...costs }: PostActionsProps) {
  const { document, status, live } = run;
  const [back, setBack] = useState(false);
  const leave = useLeaveDeleted(post.id);
  return (
    <div className={styles.actions}>
      {live && <StopButton id={post.id} />}
      {publishing && <PublishButton dialog={publishing} />}
      {editing && <EditButton returned={editing.returned} onClick={editing.open} />}
      {editing && <ExportMenu postId={post.id} />}
      <PostMenu
        post={{ id: post.id, title: document.title, status }}
        onDeleted={() => leave(document.title)}
        {...(publishing ? { onBack: () => setBack(true) } : {})}
      />
      {back && <LazyGoBack postId={post.id} {...costs} onClose={() => setBack(false)} />}
    </div>
  );
}
