"use client";
import { Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import type { PresentAnswer, PublishSite, ReadinessItem } from "@/lib/publish/schema";
import { ChangedThere } from "./changed-there";
import { Choice } from "./choices";
import { hostOf } from "./describe-plan";
import { ListingFields } from "./listing-fields";
import { findPlanProblem, type Plan } from "./plan";
import styles from "./publish.module.css";
import { PublishEnd } from "./publish-end";
import { ReadinessList } from "./readiness-list";
import type { Publishing } from "./use-publishing";

type PlanFieldsProps = {
  publishing: Publishing;
  present: PresentAnswer;
  plan: Plan;
  site: PublishSite;
  onClose: () => void;
};

/** When a post goes out, how it is listed, what stands against it, and the button for it. */
export function PlanFields({ publishing, present, plan, site, onClose }: PlanFieldsProps) {
  const [timeProblem, setTimeProblem] = useState<string | null>(null);
  const { busy, done } = publishing;
  const change = (part: Partial<Plan>) => {
    setTimeProblem(null);
    publishing.change(part);
  };
  const changed = present.post?.changed;
  const readiness = listReadiness(present, plan);
  const claims = present.readiness.some((item) => item.id === "claims" && isBlocking(item));
  const ready = !readiness.some(isBlocking) && !(changed && plan.text === null);
  const publish = () => {
    const found = findPlanProblem(plan, Date.now());
    setTimeProblem(found);
    if (!found && ready && !busy && !done) void publishing.publish(plan);
  };
  return (
    <>
      {changed && !done && (
        <ChangedThere
          changed={changed}
          host={hostOf(site)}
          chosen={plan.text}
          onChoose={(text) => change({ text })}
        />
      )}
      <Choice
        label="How"
        value={plan.as}
        options={listTimes(present)}
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
      <ListingFields
        facts={present.facts}
        isNew={present.post === null}
        draft={plan.listing}
        onChange={(part) => change({ listing: { ...plan.listing, ...part } })}
      />
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
      <PublishEnd {...{ publishing, plan, present, site, ready, onClose }} onPublish={publish} />
    </>
  );
}

/** What a user may do there, the present state first said. */
function listTimes({ post, facts }: PresentAnswer) {
  const now = post?.state;
  const live = now === "live";
  const only = { disabled: true, description: "This user may only write drafts there." };
  const stays = live
    ? "It stays live; readers see this version at once."
    : "Readers see it at once.";
  const hides = live ? "Readers no longer see it." : "Only you see it, in the editor of the site.";
  const times = [
    { value: "draft", label: live ? "Take it down: a draft" : "Draft", description: hides },
    {
      value: "live",
      label: "Live",
      description: stays,
      ...(facts.mayPublish ? {} : only),
    },
    {
      value: "schedule",
      label: "Scheduled",
      description: "Readers see it from a time you choose.",
      ...(facts.mayPublish ? {} : only),
    },
  ];
  return times;
}

function listReadiness({ readiness }: PresentAnswer, plan: Plan): ReadinessItem[] {
  return readiness.map((item) =>
    item.id === "claims" && plan.acceptUnsupported ? { ...item, severity: "warns" as const } : item,
  );
}

function isBlocking({ ok, severity }: ReadinessItem): boolean {
  return !ok && severity === "blocks";
}
