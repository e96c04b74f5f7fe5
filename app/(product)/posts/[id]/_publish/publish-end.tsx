"use client";
import { Button } from "@mantine/core";
import { FixLink } from "@/app/_ui/fix-link";
import { Notice } from "@/app/_ui/messages/notice";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import type { PublishSite } from "@/lib/publish/schema";
import { describePlan, hostOf, nameAction, type Plan } from "./plan";
import { nameLink } from "./publication-history";
import styles from "./publish.module.css";
import type { Publishing } from "./use-publishing";

type PublishEndProps = {
  publishing: Publishing;
  plan: Plan;
  site: PublishSite;
  ready: boolean;
  onClose: () => void;
};

/** What will happen and the button for it; afterwards what has happened, and the way out. */
export function PublishEnd({ publishing, plan, site, ready, onClose }: PublishEndProps) {
  const { busy, problem, done } = publishing;
  return (
    <>
      {done ? (
        <Notice tone="plain" title={DONE[done.status] ?? "It was sent"} alert>
          {done.remoteUrl && <FixLink url={done.remoteUrl} label={nameLink(done)} />}
        </Notice>
      ) : (
        <section aria-labelledby="publish-outcome">
          <h3 id="publish-outcome">What will happen</h3>
          <p>{describePlan(plan, site)}</p>
        </section>
      )}
      {problem && <ProblemAlert problem={problem} />}
      <div className={styles.buttons}>
        {problem?.code === "remote_post_missing" && (
          <Button
            loading={busy}
            onClick={() => void publishing.publish({ ...plan, recreate: true })}
          >
            Make it anew on {hostOf(site)}
          </Button>
        )}
        <Button
          type={done ? "button" : "submit"}
          variant={done || problem?.code === "remote_post_missing" ? "default" : "filled"}
          loading={busy}
          disabled={!done && !ready}
          onClick={done ? onClose : undefined}
        >
          {done ? "Close" : nameAction(plan, site)}
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
