"use client";
import { Checkbox, TextInput } from "@mantine/core";
import { type SyntheticEvent, useState } from "react";
import type { PublicationsAnswer, ReadinessItem } from "@/lib/publish/schema";
import { Choice, SiteChoice } from "./choices";
import { findPlanProblem, type Plan } from "./plan";
import styles from "./publish.module.css";
import { PublishEnd } from "./publish-end";
import { ReadinessList } from "./readiness-list";
import type { Publishing } from "./use-publishing";

type PublishFormProps = {
  publishing: Publishing;
  known: PublicationsAnswer;
  plan: Plan;
  onClose: () => void;
};
const TIMES = [
  { value: "draft", label: "Draft", description: "Only you see it, in the editor of the site." },
  { value: "live", label: "Live", description: "Readers see it at once." },
  { value: "schedule", label: "Scheduled", description: "Readers see it from a time you choose." },
];

/** Where and when a post goes out, what stands against it, what will happen, and the button for it. */
export function PublishForm({ publishing, known, plan, onClose }: PublishFormProps) {
  const [timeProblem, setTimeProblem] = useState<string | null>(null);
  const { busy, done } = publishing;
  const site = known.sites.find(({ id }) => id === plan.siteId) ?? known.sites[0];
  if (!site) return null;
  const change = (part: Partial<Plan>) => {
    setTimeProblem(null);
    publishing.change(part);
  };
  const claims = known.readiness.some((item) => item.id === "claims" && isBlocking(item));
  const readiness = known.readiness.map((item) =>
    item.id === "claims" && plan.acceptUnsupported ? { ...item, severity: "warns" as const } : item,
  );
  const ready = !readiness.some(isBlocking);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const found = findPlanProblem(plan, Date.now());
    setTimeProblem(found);
    if (!found && ready && !busy && !done) void publishing.publish(plan);
  };
  return (
    <form method="post" className={styles.form} onSubmit={submit} noValidate>
      <SiteChoice sites={known.sites} site={site} onChoose={(siteId) => change({ siteId })} />
      <Choice
        label="How"
        value={plan.as}
        options={TIMES}
        onChoose={(as) => change({ as: as === "live" || as === "schedule" ? as : "draft" })}
      />
      {plan.as === "schedule" && (
        <TextInput
          type="datetime-local"
          label="Readers see it from"
          description="In your own time zone."
          value={plan.at}
          error={timeProblem}
          onChange={({ currentTarget }) => change({ at: currentTarget.value })}
        />
      )}
      <section aria-labelledby="publish-readiness">
        <h3 id="publish-readiness">{ready ? "Ready" : "Not ready yet"}</h3>
        <ReadinessList items={readiness} onLeave={onClose} />
        {claims && (
          <Checkbox
            className={styles.accept}
            label="Publish it with these claims as they are"
            checked={plan.acceptUnsupported}
            onChange={({ currentTarget }) => change({ acceptUnsupported: currentTarget.checked })}
          />
        )}
      </section>
      <PublishEnd publishing={publishing} plan={plan} site={site} ready={ready} onClose={onClose} />
    </form>
  );
}

function isBlocking({ ok, severity }: ReadinessItem): boolean {
  return !ok && severity === "blocks";
}
