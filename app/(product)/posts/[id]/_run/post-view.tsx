"use client";
import { useState } from "react";
import { numberCitations } from "@/lib/blog/citations/number-citations";
import type { EarlierRuns, StageTimes } from "@/lib/blog/posts/schema";
import type { Post } from "@/lib/blog/schema";
import { PostStatusTag } from "../../_status/post-status";
import { LazyEditor, useEditSwitch } from "../_editor/edit-switch";
import { OutlineReview } from "../_outline/outline-review";
import { PhaseRail } from "../_phases/phase-rail";
import { PublishDialog } from "../_publish/publish-dialog";
import { usePublishDialog } from "../_publish/use-publish-dialog";
import { LazySeo } from "../_seo/lazy-seo";
import { Article } from "./article/article";
import { EvidencePanel } from "./evidence/evidence-panel";
import { usePostStream } from "./following/use-post-stream";
import page from "./page-columns.module.css";
import { PostActions } from "./post-actions";
import styles from "./post-view.module.css";
import { CostLine } from "./stages/cost-line";
import { ModelLine } from "./stages/model-line";
import { RunOutcome } from "./stages/run-outcome";
import { RunProgress } from "./stages/run-progress";
import { StageRail } from "./stages/stage-rail";

type PostViewProps = {
  post: Post;
  /** Names of the providers by id. */
  names: Record<string, string>;
  /** The providers whose keys every post is written with. */
  payers: string[];
  /** For an outline that waits: the words to write, their cost in US dollars, and where its edit is kept. */
  review: { wordCount: number; estimateUsd: number | null; draftName: string };
  /** What was measured of the user's earlier runs. */
  earlier: EarlierRuns | null;
  /** How long each stage of this run is likely to take. */
  usual: StageTimes;
};

/** A post on its page: where the run is, the words, and the evidence. */
export function PostView({ post, names, payers, review, ...times }: PostViewProps) {
  const run = usePostStream(post);
  const { document, status, live } = run;
  const [returned, setReturned] = useState(false);
  const { editing, edit } = useEditSwitch();
  const finished = status === "ready" || status === "published";
  const citations = numberCitations(document);
  const publishing = usePublishDialog(post.id);
  const editable = !live && document.sections.some(({ markdown }) => markdown !== "");
  if (editing && editable)
    return (
      <LazyEditor
        id={post.id}
        onClose={(newer) => {
          if (newer) run.replace(newer);
          setReturned(true);
          edit(false);
        }}
      />
    );
  return (
    <div className={page.page}>
      <aside className={page.rail} aria-label="Progress">
        {live ? (
          <StageRail run={run} usual={times.usual} />
        ) : (
          <PhaseRail document={document} status={status} onPublish={publishing.open} />
        )}
      </aside>
      <div className={page.middle}>
        <div className={styles.meta}>
          <PostStatusTag status={status} />
          <CostLine cost={document.cost} names={names} payers={payers} live={live} />
          <PostActions
            post={post}
            run={run}
            publishing={finished ? publishing : null}
            editing={editable ? { open: () => edit(true), returned } : null}
            estimateUsd={review.estimateUsd}
            payers={payers}
          />
        </div>
        <RunProgress run={run} wordCount={review.wordCount} {...times} />
        <RunOutcome run={run} post={post} names={names} />
        <ModelLine document={document} names={names} />
        {run.wait?.reason === "outline" ? (
          <OutlineReview
            postId={post.id}
            document={document}
            payers={payers}
            onApproved={run.restart}
            {...review}
          />
        ) : (
          <Article document={document} citations={citations} live={live} />
        )}
        {finished && (
          <div id="seo" tabIndex={-1} className={styles.search}>
            <LazySeo run={run} post={post} wordCount={review.wordCount} />
          </div>
        )}
      </div>
      <EvidencePanel postId={post.id} document={document} citations={citations} live={live} />
      {finished && <PublishDialog postId={post.id} dialog={publishing} />}
    </div>
  );
}
