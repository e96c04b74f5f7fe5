"use client";
import { Button } from "@mantine/core";
import { FixLink } from "@/app/_ui/fix-link";
import { Notice } from "@/app/_ui/messages/notice";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import type { PresentAnswer, PublishSite } from "@/lib/publish/schema";
import { describePlan, nameAction } from "./describe-plan";
import type { Plan } from "./plan";
import { nameLink } from "./publication-history";
import styles from "./publish.module.css";
import type { Publishing } from "./use-publishing";

type PublishEndProps = {
  publishing: Publishing;
  plan: Plan;
  present: PresentAnswer;
  site: PublishSite;
  ready: boolean;
  onPublish: () => void;
  onClose: () => void;
};

/** What will happen and the button for it; afterwards what has happened, and the way out. */
export function PublishEnd(props: PublishEndProps) {
  const { publishing, plan, present, site, ready, onPublish, onClose } = props;
  const { busy, problem, done } = publishing;
  return (
    <>
      {done ? (
        <Notice tone="plain" title={DONE[done.status] ?? "It was sent"} alert>
          {done.warning && <p>{done.warning}</p>}
          {done.remoteUrl && <FixLink url={done.remoteUrl} label={nameLink(done)} />}
        </Notice>
      ) : (
        <section aria-labelledby="publish-outcome">
          <h3 id="publish-outcome">What will happen</h3>
          <p>{describePlan(plan, site, present)}</p>
        </section>
      )}
      {problem && <ProblemAlert problem={problem} />}
      <div className={styles.buttons}>
        <Button
          type="button"
          variant={done ? "default" : "filled"}
          loading={busy}
          disabled={!done && !ready}
          onClick={done ? onClose : onPublish}
        >
          {done ? "Close" : nameAction(plan, site, present)}
        </Button>
        <p className={styles.note} role="status">
          {busy ? "Sending it to the site. This can take half a minute…" : ""}
        </p>
      </div>
    </>
  );
}

const DONE: Partial<Record<string, string>> = {
  draft: "The draft is on the site",
  live: "The post is live",
  scheduled: "The post is scheduled",
};
