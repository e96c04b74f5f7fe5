import Link from "next/link";
import type { SiteInfo } from "@/lib/site/describe-site";
import { ColorSchemeToggle } from "../_ui/theme/color-scheme-toggle";
import { Wordmark } from "../_ui/theme/wordmark";
import styles from "./landing.module.css";

/** The name, the colour scheme, and the way in for people who already have an account. */
export function LandingHeader({ mode }: Pick<SiteInfo, "mode">) {
  return (
    <header className={styles.header}>
      <Wordmark href="/" />
      <nav className={styles.headerEnd} aria-label="Main">
        <ColorSchemeToggle />
        {mode === "production" && (
          <Link href="/sign-in" prefetch={false}>
            Sign in
          </Link>
        )}
      </nav>
    </header>
  );
}
