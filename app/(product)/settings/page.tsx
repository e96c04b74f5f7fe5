import type { Metadata } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { requirePageUser } from "@/app/_session/require-page-user";
import { SkeletonLines } from "@/app/_ui/work/skeleton-lines";
import type { UserId } from "@/lib/auth/user-id";
import { listWritingModels } from "@/lib/models/list-writing-models";
import { summarizeOnboarding } from "@/lib/onboarding/summarize-onboarding";
import { getSettings } from "@/lib/settings/get-settings";
import type { Settings } from "@/lib/settings/schema";
import { describeSite } from "@/lib/site/describe-site";
import { AccountSection } from "./_account/account-section";
import { ModelsSection } from "./_models/models-section";
import { PreferencesForm } from "./_preferences/preferences-form";
import styles from "./settings.module.css";

export const metadata: Metadata = { title: "Settings" };

/** What shapes the posts: every step of the wizard with what it holds, and the way to change it. */
export default async function SettingsPage() {
  const user = await requirePageUser();
  const [summary, settings] = await Promise.all([summarizeOnboarding(user), getSettings(user)]);
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
      <section className={styles.section} aria-labelledby="preferences">
        <h2 id="preferences">What a new post begins with, and what you hear of</h2>
        <Suspense
          fallback={<SkeletonLines widths={[60, 45, 60]} label="Asking Google for models" />}
        >
          <Preferences user={user} settings={settings} />
        </Suspense>
      </section>
      <section className={styles.section} aria-labelledby="models">
        <h2 id="models">Models, and what they cost</h2>
        <p>
          The models of your Gemini key, with the price of a million tokens. Give a price of your
          own where you pay another one, or where none is known.
        </p>
        <Suspense fallback={<SkeletonLines widths={[60, 45, 60, 45]} label="Asking Google" />}>
          <ModelsSection user={user} />
        </Suspense>
      </section>
      <section className={styles.section} aria-labelledby="cap">
        <h2 id="cap">Monthly cap</h2>
        <p>
          {settings.monthlyCapUsd === null
            ? "Your keys may spend whatever your posts need."
            : `Your keys may spend $${settings.monthlyCapUsd} a month, and no call is made beyond it.`}{" "}
          <Link href="/usage">Change the cap, and see what was spent</Link>
        </p>
      </section>
      <AccountSection production={describeSite().mode === "production"} />
    </div>
  );
}

/** Which models there are, Google says: the rest of the page does not wait for it. */
async function Preferences({ user, settings }: { user: UserId; settings: Settings }) {
  const { models } = await listWritingModels(user);
  return <PreferencesForm settings={settings} models={models} />;
}
