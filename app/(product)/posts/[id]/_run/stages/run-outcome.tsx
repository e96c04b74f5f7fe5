"use client";
import { FixLink } from "@/app/_ui/fix-link";
import { Notice } from "@/app/_ui/messages/notice";
import { QuotaWait } from "@/app/_ui/work/quota-wait";
import type { PostStatus } from "@/lib/blog/schema";
import type { Run } from "../following/use-post-stream";
import { explainProblem, nameFix } from "./explain-problem";
import { GoOn } from "./go-on";
import { RaiseCap } from "./raise-cap";

/** What another model of the same key mends. */
const MODEL_PROBLEMS: ReadonlySet<string> = new Set([
  "model_closed",
  "model_unavailable",
  "model_dearer",
  "quota_none",
  "thoughts_too_long",
]);

type RunOutcomeProps = {
  run: Run;
  post: { id: string; topic: string };
  names: Record<string, string>;
};

/** A run that waits or has ended early: what happened, what it means, and the way on. */
export function RunOutcome({ run, post, names }: RunOutcomeProps) {
  const { status, wait, document } = run;
  if (status === "waiting" && wait?.until) return <WaitsForQuota until={wait.until} />;
  if (!isEarlyEnd(status)) return null;
  const goOn = (
    <GoOn
      post={post}
      written={document.sections.some((section) => section.markdown !== "")}
      condition={status === "needs-key" ? "Once that is mended" : null}
      asksForModel={MODEL_PROBLEMS.has(document.problem?.code ?? "")}
      onResumed={run.restart}
    />
  );
  if (status === "stopped")
    return (
      <Notice tone="plain" title="You stopped this post">
        <p>Nothing more is spent on it.</p>
        {goOn}
      </Notice>
    );
  const { title, detail, fixUrl } = explainProblem(document.problem, names);
  const isPostCap = document.problem?.cap === "post";
  return (
    <Notice tone={status === "failed" ? "bad" : "warn"} title={title} alert>
      <p>
        {detail} {fixUrl && !isPostCap && <FixLink url={fixUrl} label={nameFix(fixUrl)} />}
      </p>
      {isPostCap ? <RaiseCap id={post.id} onResumed={run.restart} /> : goOn}
    </Notice>
  );
}

function isEarlyEnd(status: PostStatus): status is "stopped" | "failed" | "needs-key" {
  return status === "stopped" || status === "failed" || status === "needs-key";
}

function WaitsForQuota({ until }: { until: string }) {
  return (
    <Notice tone="warn" title="The run waits for the provider">
      <p>
        <QuotaWait until={until} />
      </p>
    </Notice>
  );
}
