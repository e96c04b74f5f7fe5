import { FixLink } from "@/app/_ui/fix-link";
import { When } from "@/app/_ui/when";
import { errorRow, isErrorCode } from "@/lib/errors";
import type { Publication } from "@/lib/publish/schema";
import { formatMoment } from "@/lib/text/format-day";
import { hostOf } from "./describe-plan";
import styles from "./publish.module.css";

/** Every try to publish the post, newest first. */
export function PublicationHistory({ publications }: { publications: readonly Publication[] }) {
  if (publications.length === 0) return <p className={styles.note}>It was not published yet.</p>;
  return (
    <ol className={styles.history}>
      {publications.map((one) => (
        <li key={one.id}>
          <span className={styles.what} data-status={one.status}>
            {describeStatus(one)}
          </span>{" "}
          <span>on {hostOf(one)}</span>
          <span className={styles.note}>
            <When iso={one.updatedAt} />
            {one.version > 0 && `, version ${one.version}`}
          </span>
          {one.remoteUrl && <FixLink url={one.remoteUrl} label={nameLink(one)} />}
        </li>
      ))}
    </ol>
  );
}

/** What a try came to, in a few words. */
function describeStatus({ status, problem, scheduledFor }: Publication): string {
  if (status === "scheduled")
    return scheduledFor ? `For ${formatMoment(scheduledFor)}` : "Scheduled";
  if (status === "failed" && problem && isErrorCode(problem)) return errorRow(problem).title;
  return { ...WORDS, failed: "It failed" }[status];
}

const WORDS = {
  pending: "On its way",
  draft: "Draft",
  live: "Live",
  unknown: "The site did not say whether it took it",
  gone: "Deleted on the site",
} as const;

/** Where the link of a try leads. */
export function nameLink({ status }: Publication): string {
  return status === "live" ? "See the post" : "Open it in the site's editor";
}
