"use client";
import type { StageId } from "@/lib/blog/schema";
import type { Run } from "../following/use-post-stream";
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

/** One sentence on what is going on, read out when it changes. */
export function RunProgress({ run }: { run: Run }) {
  return (
    <p className={styles.doing} aria-live="polite">
      {describe(run)}
    </p>
  );
}

function describe(run: Run): string {
  if (!run.live) return "";
  if (!run.connected)
    return "The connection was lost; the post goes on being written. Reconnecting…";
  if (run.status === "queued") return QUEUED;
  if (run.wait?.reason === "outline") return "";
  if (run.wait?.until) return "You may leave this page.";
  if (run.document.stage === null) return "Starting. You may leave this page.";
  return `${DOING[run.document.stage]} You may leave this page.`;
}
