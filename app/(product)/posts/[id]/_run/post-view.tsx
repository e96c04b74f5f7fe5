"use client";
import { numberCitations } from "@/lib/blog/number-citations";
import type { Post } from "@/lib/blog/schema";
import { PostStatusTag } from "../../_status/post-status";
import { ExportMenu } from "../_publish/export-menu";
import { PublishDialog } from "../_publish/publish-dialog";
import { Article } from "./article";
import { ContentsRail } from "./contents-rail";
import { CostLine } from "./cost-line";
import { EvidencePanel } from "./evidence-panel";
import styles from "./run.module.css";
import { RunOutcome } from "./run-outcome";
import { RunProgress } from "./run-progress";
import { StageRail } from "./stage-rail";
import { StopButton } from "./stop-button";
import { usePostStream } from "./use-post-stream";

type PostViewProps = {
  post: Post;
  /** Names of the providers by id. */
  names: Record<string, string>;
  /** The providers whose keys every post is written with. */
  payers: string[];
};

/** A post on its page: where the run is, the words, and the evidence. */
export function PostView({ post, names, payers }: PostViewProps) {
  const run = usePostStream(post);
  const { document, status, live } = run;
  const finished = status === "ready" || status === "published";
  const citations = numberCitations(document);
  return (
    <div className={styles.page}>
      <aside className={styles.rail} aria-label="Progress">
        {finished ? <ContentsRail document={document} /> : <StageRail run={run} />}
      </aside>
      <div className={styles.middle}>
        <div className={styles.meta}>
          <PostStatusTag status={status} />
          <CostLine cost={document.cost} names={names} payers={payers} live={live} />
          {live && <StopButton id={post.id} />}
          {finished && (
            <div className={styles.actions}>
              <ExportMenu postId={post.id} />
              <PublishDialog post={post} />
            </div>
          )}
        </div>
        <RunProgress run={run} />
        <RunOutcome run={run} topic={post.topic} names={names} />
        <Article document={document} citations={citations} live={live} />
      </div>
      <EvidencePanel document={document} citations={citations} live={live} />
    </div>
  );
}
