import { redirect } from "next/navigation";
import { connection } from "next/server";
import { describeSite } from "@/lib/site/describe-site";
import { Excerpt } from "./_landing/excerpt";
import styles from "./_landing/landing.module.css";
import { LandingHeader } from "./_landing/landing-header";
import { Modes } from "./_landing/modes";
import { Opening } from "./_landing/opening";
import { Promises } from "./_landing/promises";
import { hasLaunched } from "./_session/has-launched";
import { SandboxBanner } from "./_ui/messages/sandbox-banner";

/**
 * What this is, whose keys pay, and a post as the picture. Server components and plain CSS only. Who
 * has finished the wizard finds the writer here.
 */
export default async function LandingPage() {
  await connection();
  if (await hasLaunched()) redirect("/posts/new");
  const { mode, simulated } = describeSite();
  return (
    <>
      {simulated && <SandboxBanner />}
      <LandingHeader mode={mode} />
      <main id="content" tabIndex={-1} className={styles.page}>
        <Opening mode={mode} />
        <Excerpt />
        <Promises />
        <Modes mode={mode} />
      </main>
      <footer className={styles.footer}>
        <p>ALwrity is open source under the MIT licence. It has no keys of its own to spend.</p>
      </footer>
    </>
  );
}
