"use client";
import type { EarlierRuns, StageTimes } from "@/lib/blog/posts/schema";
import type { PostDocument, StageId } from "@/lib/blog/schema";
import { countProse } from "@/lib/markdown/count-prose";
import type { Run } from "../following/use-post-stream";
import { describeTime } from "./describe-time";
import styles from "./run-progress.module.css";

const DOING = {
  preflight: "Asking the providers whether your keys are good.",
  plan: "Planning what to look for.",
  search: "Searching the web.",
  outline: "Choosing the headings and the sources of each.",
  sections: "Writing from the sources.",
  check: "Checking every sentence against what it cites.",
  seo: "Preparing what search engines are told.",
} satisfies Record<StageId, string>;

const QUEUED =
  "Waiting for its turn: posts that you began earlier are written first. It starts by itself; you may leave this page.";

const MAY_LEAVE =
  "You may leave this page. Stop ends the spending within a second, and what is written stays.";

type RunProgressProps = {
  run: Run;
  /** The words that were asked for. */
  wordCount: number;
  /** What was measured of earlier runs. */
  earlier: EarlierRuns | null;
  /** How long each stage is likely to take. */
  usual: StageTimes;
};

/** What is going on, read out when it changes; how far it has come, and what is known of the time. */
export function RunProgress({ run, wordCount, earlier, usual }: RunProgressProps) {
  const working = run.live && run.connected && run.status === "running";
  const far = working ? [describeWords(run.document, wordCount), describeTime(earlier, usual)] : [];
  return (
    <>
      <p className={styles.doing} aria-live="polite">
        {describe(run)}
      </p>
      <p className={styles.far}>{far.filter(Boolean).join(" ")}</p>
    </>
  );
}

function describeWords({ sections }: PostDocument, wanted: number): string {
  const written = sections.reduce((sum, { markdown }) => sum + countProse(markdown), 0);
  if (written === 0) return "";
  return `${written.toLocaleString("en")} of about ${wanted.toLocaleString("en")} words are there.`;
}

function describe(run: Run): string {
  if (!run.live) return "";
  if (!run.connected)
    return "The connection to this site was lost. What was written is kept, and shown here as soon as it is back. Trying again…";
  if (run.status === "queued") return QUEUED;
  if (run.wait?.reason === "outline") return "";
  if (run.wait?.until) return "You may leave this page.";
  if (run.document.stage === null) return `Starting. ${MAY_LEAVE}`;
  return `${DOING[run.document.stage]} ${MAY_LEAVE}`;
}
