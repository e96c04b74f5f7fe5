import { Button } from "@mantine/core";
import { FixLink } from "@/app/_ui/fix-link";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import { SkeletonLines } from "@/app/_ui/work/skeleton-lines";
import type { PresentAnswer, PublishSite } from "@/lib/publish/schema";
import { formatMoment } from "@/lib/text/format-day";
import { hostOf } from "./describe-plan";
import styles from "./publish.module.css";
import type { Asked } from "./use-asked-site";

type PresentStateProps = { site: PublishSite; asked: Asked; onAskAgain: () => void };

/** What the site says that is there now; while it has not said it, nothing is offered. */
export function PresentState({ site, asked, onAskAgain }: PresentStateProps) {
  const host = hostOf(site);
  const { present, problem } = asked;
  if (problem)
    return (
      <div className={styles.asked}>
        <ProblemAlert problem={problem} />
        <Button variant="default" size="xs" onClick={onAskAgain}>
          Ask {host} again
        </Button>
      </div>
    );
  if (!present)
    return <SkeletonLines widths={[70, 45]} label={`Asking ${host} what is there now`} />;
  return (
    <p role="status">
      {describePresent(present)}{" "}
      {present.post && (
        <FixLink
          url={present.post.url}
          label={present.post.state === "live" ? "See it there" : "Open it there"}
        />
      )}
    </p>
  );
}

/** How a post stands on a site, in a sentence. */
function describePresent({ post, gone }: PresentAnswer): string {
  if (gone) return "It was deleted there. Publishing makes it anew.";
  if (!post) return "It is not there yet.";
  const time = post.at ? formatMoment(post.at) : "";
  if (post.state === "live") return `It is live there, since ${time}.`;
  if (post.state === "scheduled") return `It is there, and goes live on ${time}.`;
  return "It is there as a draft.";
}
