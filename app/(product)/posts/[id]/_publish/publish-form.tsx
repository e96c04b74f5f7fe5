"use client";
import { Button, Checkbox, Radio, Stack, TextInput } from "@mantine/core";
import { type SyntheticEvent, useState } from "react";
import { FixLink } from "@/app/_ui/fix-link";
import { Notice } from "@/app/_ui/notice";
import { ProblemAlert } from "@/app/_ui/problem-alert";
import type { PublicationsAnswer, PublishSite } from "@/lib/publish/schema";
import { describePlan, findPlanProblem, hostOf, nameAction, type Plan } from "./plan";
import { nameLink } from "./publication-history";
import styles from "./publish.module.css";
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
  const { busy, problem, done } = publishing;
  const site = known.sites.find(({ id }) => id === plan.siteId) ?? known.sites[0];
  if (!site) return null;
  const change = (part: Partial<Plan>) => {
    setTimeProblem(null);
    publishing.change(part);
  };
  const blocking = known.readiness.filter(({ ok, severity }) => !ok && severity === "blocks");
  const claims = blocking.some(({ id }) => id === "claims");
  const ready = blocking.every(({ id }) => id === "claims" && plan.acceptUnsupported);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const found = findPlanProblem(plan, Date.now());
    setTimeProblem(found);
    if (!found && ready && !busy) void publishing.publish(plan);
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
        <ReadinessList items={known.readiness} onLeave={onClose} />
        {claims && (
          <Checkbox
            className={styles.accept}
            label="Publish it with these claims as they are"
            checked={plan.acceptUnsupported}
            onChange={({ currentTarget }) => change({ acceptUnsupported: currentTarget.checked })}
          />
        )}
      </section>
      <section aria-labelledby="publish-outcome">
        <h3 id="publish-outcome">What will happen</h3>
        <p>{describePlan(plan, site)}</p>
      </section>
      {problem && <ProblemAlert problem={problem} />}
      {problem?.code === "remote_post_missing" && (
        <Button
          variant="default"
          loading={busy}
          onClick={() => void publishing.publish({ ...plan, recreate: true })}
        >
          Make it anew on {hostOf(site)}
        </Button>
      )}
      {done && (
        <Notice tone="plain" title={DONE[done.status] ?? "Sent"} alert>
          {done.remoteUrl && <FixLink url={done.remoteUrl} label={nameLink(done)} />}
        </Notice>
      )}
      <div className={styles.buttons}>
        <Button type="submit" loading={busy} disabled={!ready}>
          {nameAction(plan, site)}
        </Button>
        <p className={styles.note} role="status">
          {busy ? "Sending it to the site. This can take half a minute…" : ""}
        </p>
      </div>
    </form>
  );
}

const DONE: Partial<Record<string, string>> = {
  draft: "The draft is on the site",
  live: "The post is live",
  scheduled: "The post is scheduled",
};

type SiteChoiceProps = {
  sites: readonly PublishSite[];
  site: PublishSite;
  onChoose: (id: string) => void;
};

/** Which site: a choice only where there is one. */
function SiteChoice({ sites, site, onChoose }: SiteChoiceProps) {
  const options = sites.map((one) => ({
    value: one.id,
    label: hostOf(one),
    description: `${one.name}. ${STANDS[one.current?.status ?? "none"] ?? ""}`,
  }));
  if (sites.length > 1)
    return <Choice label="Where" value={site.id} options={options} onChoose={onChoose} />;
  return (
    <p>
      <strong>{hostOf(site)}</strong> <span className={styles.note}>{options[0]?.description}</span>
    </p>
  );
}

const STANDS: Partial<Record<string, string>> = {
  none: "The post is not there yet.",
  draft: "The post is there as a draft.",
  live: "The post is live there.",
  scheduled: "The post is scheduled there.",
};

type ChoiceProps = {
  label: string;
  value: string;
  options: { value: string; label: string; description: string }[];
  onChoose: (value: string) => void;
};

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <Radio.Group label={label} value={value} onChange={onChoose}>
      <Stack gap="xs" mt={6}>
        {options.map((option) => (
          <Radio key={option.value} {...option} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
