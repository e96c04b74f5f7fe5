import type { Metadata } from "next";
import { Suspense } from "react";
import { requirePageUser } from "@/app/_session/require-page-user";
import { SkeletonLines } from "@/app/_ui/work/skeleton-lines";
import type { UserId } from "@/lib/auth/user-id";
import { listWritingModels } from "@/lib/models/list-writing-models";
import { type Learned, summarizeOnboarding } from "@/lib/onboarding/summarize-onboarding";
import { getSettings } from "@/lib/settings/get-settings";
import type { Settings } from "@/lib/settings/schema";
import { describeSite } from "@/lib/site/describe-site";
import { AccountSection } from "./_account/account-section";
import { ModelsSection } from "./_models/models-section";
import { PreferencesForm } from "./_preferences/preferences-form";
import { describeCap, describePreferences } from "./describe-settings";
import { SettingRow } from "./setting-row";
import styles from "./settings.module.css";

export const metadata: Metadata = { title: "Settings" };

/** The steps of the wizard by how often a daily user comes back to each. */
const PLACES: Record<Learned["step"], number> = {
  "api-keys": 1,
  integrations: 2,
  persona: 3,
  research: 4,
  website: 5,
};

/** What shapes the posts: each thing with how it stands, and the way to change it. */
export default async function SettingsPage() {
  const user = await requirePageUser();
  const [summary, settings] = await Promise.all([summarizeOnboarding(user), getSettings(user)]);
  return (
    <div className={styles.page}>
      <h1>Settings</h1>
      <p className={styles.lead}>What shapes your posts. What is changed most often comes first.</p>
      <ul className={styles.rows}>
        <SettingRow
          title="New posts and notices"
          state={describePreferences(settings)}
          effect="What the form of a new post begins with, and what you hear of"
          url="#preferences"
        />
        <SettingRow
          title="Monthly cap"
          state={describeCap(settings)}
          effect="What your keys may spend, and what they have spent"
          url="/usage"
        />
        {summary
          .toSorted((one, other) => PLACES[one.step] - PLACES[other.step])
          .map(({ step, title, learned, unlocks }) => (
            <SettingRow
              key={step}
              title={title}
              state={learned}
              effect={unlocks}
              url={`/onboarding/${step}`}
            />
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
      <AccountSection production={describeSite().mode === "production"} />
    </div>
  );
}

/** Which models there are, Google says: the rest of the page does not wait for it. */
async function Preferences({ user, settings }: { user: UserId; settings: Settings }) {
  const { models } = await listWritingModels(user);
  return <PreferencesForm settings={settings} models={models} />;
}
