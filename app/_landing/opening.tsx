import Link from "next/link";
import type { SiteInfo } from "@/lib/site/describe-site";
import styles from "./landing.module.css";

/** What this is in one sentence, and the one thing to do. */
export function Opening({ mode }: Pick<SiteInfo, "mode">) {
  return (
    <section className={styles.opening}>
      <h1>Blog posts that show where every claim comes from</h1>
      <div className={styles.pitch}>
        <p>
          Give a topic. ALwrity searches the web, writes the post, and ties each claim to a passage
          it really read. It runs on your own Gemini and Exa keys, so you see what a post cost, and
          you pay nobody in between.
        </p>
        <div className={styles.act}>
          <Action mode={mode} />
        </div>
      </div>
    </section>
  );
}

function Action({ mode }: Pick<SiteInfo, "mode">) {
  if (mode === "development")
    return (
      <>
        <Link className={styles.button} href="/posts/new" prefetch={false}>
          Open the writer
        </Link>
        <span className={styles.aside}>Running on this computer: no account needed.</span>
      </>
    );
  return (
    <>
      <Link className={styles.button} href="/sign-up" prefetch={false}>
        Create an account
      </Link>
      <span className={styles.aside}>It costs nothing. You bring the keys.</span>
    </>
  );
}
