import type { Metadata } from "next";
import Link from "next/link";
import { requirePageUser } from "@/app/_session/require-page-user";
import { summarizeOnboarding } from "@/lib/onboarding/summarize-onboarding";
import { describeSite } from "@/lib/site/describe-site";
import { AccountSection } from "./_account/account-section";
import styles from "./settings.module.css";

export const metadata: Metadata = { title: "Settings" };

/** What shapes the posts: every step of the wizard with what it holds, and the way to change it. */
export default async function SettingsPage() {
  const summary = await summarizeOnboarding(await requirePageUser());
  return (
    <div className={styles.page}>
      <h1>Settings</h1>
      <p className={styles.lead}>What you told ALwrity, and what your posts gain from it.</p>
      <ul className={styles.rows}>
        {summary.map(({ step, title, learned, unlocks }) => (
          <li key={step} className={styles.row}>
            <h2>{title}</h2>
            <div>
              <p className={learned ? undefined : styles.soft}>{learned ?? "Not filled in yet."}</p>
              <p className={styles.soft}>{unlocks}.</p>
            </div>
            <Link href={`/onboarding/${step}`}>
              {learned ? "Change" : "Fill in"}
              <span className="visually-hidden"> {title}</span>
            </Link>
          </li>
        ))}
      </ul>
      <AccountSection production={describeSite().mode === "production"} />
    </div>
  );
}
