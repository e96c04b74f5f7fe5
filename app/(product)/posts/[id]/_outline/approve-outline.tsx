"use client";
import { Button } from "@mantine/core";
import { useState } from "react";
import { z } from "zod";
import { ActionBar } from "@/app/_ui/action-bar";
import { jsonPost, type Problem, requestJson } from "@/app/_ui/messages/problem";
import { describeEstimate, yourKeys } from "@/app/_ui/money";
import styles from "./outline.module.css";
import { findDraftProblem, type OutlineDraft, toOutlineBody } from "./outline-draft";

type ApproveOutlineProps = {
  postId: string;
  draft: OutlineDraft;
  estimateUsd: number | null;
  payers: string[];
  forget: () => void;
  onApproved: () => void;
};

/** The one button that lets the run go on, with what that will cost; or why it cannot yet. */
export function ApproveOutline({ postId, draft, estimateUsd, payers, ...on }: ApproveOutlineProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const missing = findDraftProblem(draft);
  const approve = async () => {
    setBusy(true);
    setProblem(null);
    const init = jsonPost(toOutlineBody(draft));
    const answer = await requestJson(`/api/blog/posts/${postId}/outline`, z.unknown(), init);
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    on.forget();
    document.getElementById("content")?.focus();
    on.onApproved();
  };
  return (
    <ActionBar problem={problem} fixLabel="Open API keys">
      <Button loading={busy} disabled={missing !== null} onClick={approve}>
        Approve and write
      </Button>
      <p className={styles.approve} role="status">
        {missing ??
          `Writing: ${describeEstimate(estimateUsd).toLowerCase()} on ${yourKeys(payers)}`}
      </p>
    </ActionBar>
  );
}
