"use client";
import type { SyntheticEvent } from "react";
import type { PublicationsAnswer } from "@/lib/publish/schema";
import { SiteChoice } from "./choices";
import type { Plan } from "./plan";
import { PlanFields } from "./plan-fields";
import { PresentState } from "./present-state";
import styles from "./publish.module.css";
import type { Publishing } from "./use-publishing";

type PublishFormProps = {
  publishing: Publishing;
  known: PublicationsAnswer;
  plan: Plan;
  onClose: () => void;
};

/** Where a post goes, what is there now, and, once the site has said that, what can be done. */
export function PublishForm({ publishing, known, plan, onClose }: PublishFormProps) {
  const { asked } = publishing;
  const site = known.sites.find(({ id }) => id === plan.siteId) ?? known.sites[0];
  if (!site) return null;
  const stop = (event: SyntheticEvent) => event.preventDefault();
  return (
    <form method="post" className={styles.form} onSubmit={stop} noValidate>
      <SiteChoice
        sites={known.sites}
        site={site}
        onChoose={(siteId) => publishing.change({ siteId })}
      />
      <PresentState
        site={site}
        asked={asked}
        onAskAgain={() => void publishing.choose(plan.siteId)}
      />
      {asked.present && (
        <PlanFields
          publishing={publishing}
          present={asked.present}
          plan={plan}
          site={site}
          onClose={onClose}
        />
      )}
    </form>
  );
}
