import { LinkButton } from "@/app/_ui/link-button";
import styles from "./frame.module.css";

/** An honest page for a step that does not exist yet: what it will do, and what can be done now. */
export function StepNotAvailable({ promise }: { promise: string }) {
  return (
    <>
      <p className={styles.lead}>{promise} This step is not available yet.</p>
      <div className={styles.actions}>
        <LinkButton href="/posts/new">Write a post now</LinkButton>
      </div>
    </>
  );
}
