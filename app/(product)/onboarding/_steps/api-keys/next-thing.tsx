import { LinkButton } from "@/app/_ui/link-button";
import styles from "./api-keys.module.css";

/** What to do once the required keys are there. */
export function NextThing() {
  return (
    <section className={styles.next} aria-labelledby="next-thing">
      <h2 id="next-thing">Your keys are in place</h2>
      <p>You can write a post with them now. The other steps will teach ALwrity your style.</p>
      <div className={styles.buttons}>
        <LinkButton href="/posts/new">Write a post</LinkButton>
        <LinkButton href="/onboarding/website" variant="default">
          Continue to Website
        </LinkButton>
      </div>
    </section>
  );
}
