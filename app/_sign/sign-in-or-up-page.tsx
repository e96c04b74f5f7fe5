import { headers } from "next/headers";
import Link from "next/link";
import { connection } from "next/server";
import { describeSite, type SiteInfo } from "@/lib/site/describe-site";
import { ClerkGate } from "../_session/clerk-gate";
import { ColorSchemeToggle } from "../_ui/theme/color-scheme-toggle";
import { Wordmark } from "../_ui/theme/wordmark";
import { ClerkForm } from "./clerk-form";
import styles from "./sign.module.css";

/** Clerk's form in production; in development, where nobody signs in, a sentence and a link. */
export async function SignInOrUpPage({ kind }: { kind: "sign-in" | "sign-up" }) {
  await connection();
  const { mode, clerk } = describeSite();
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <ClerkGate clerk={clerk} nonce={nonce}>
      <header className={styles.header}>
        <Wordmark href="/" />
        <ColorSchemeToggle />
      </header>
      <main id="content" tabIndex={-1} className={styles.main}>
        <div className={styles.words}>
          <h1>{kind === "sign-in" ? "Sign in" : "Create an account"}</h1>
          {clerk && (
            <p>
              Your account keeps your posts and your encrypted keys. It costs nothing; what you
              write is paid by your own Gemini and Exa accounts.
            </p>
          )}
        </div>
        <div className={styles.form}>
          {clerk ? <ClerkForm kind={kind} /> : <NoSignIn mode={mode} />}
        </div>
      </main>
    </ClerkGate>
  );
}

function NoSignIn({ mode }: Pick<SiteInfo, "mode">) {
  if (mode === "production")
    return (
      <p>
        Nobody can sign in: this server is not configured. Its log names each variable that its
        maintainer must set.
      </p>
    );
  return (
    <p>
      There is nothing to sign in to: the site runs in development, for the developer of this
      computer. <Link href="/posts/new">Open the writer</Link>
    </p>
  );
}
