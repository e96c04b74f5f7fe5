"use client";
import { Button, Textarea } from "@mantine/core";
import { type SyntheticEvent, useState } from "react";
import { Notice } from "@/app/_ui/notice";
import { ProblemAlert } from "@/app/_ui/problem-alert";
import { useWorkStream } from "@/app/_ui/use-work-stream";
import { WorkPanel } from "@/app/_ui/work-panel";
import { competitor, researchData, socialAccount } from "@/lib/onboarding/research/schema";
import { useCompleteStep } from "../../_frame/use-complete-step";
import { useDraft } from "../../_frame/use-draft";
import { Competitors } from "./competitors";
import { PreferenceFields } from "./preference-fields";
import styles from "./research.module.css";
import { type ResearchDraft, readList, toLines, toResearchBody } from "./research-form-state";
import { Socials } from "./socials";

type ResearchFormProps = {
  initial: ResearchDraft;
  description: string;
  url: string | undefined;
  estimateUsd: number;
  payer: string;
};

/** Competitors, accounts, gaps and preferences: found, corrected, or entered by hand. */
export function ResearchForm({ initial, description, url, estimateUsd, payer }: ResearchFormProps) {
  const [draft, setDraft] = useState(initial);
  const [refused, setRefused] = useState<string | null>(null);
  const work = useWorkStream();
  const step = useCompleteStep("research");
  useDraft("research", draft);
  const change = (part: Partial<ResearchDraft>) => setDraft((old) => ({ ...old, ...part }));
  const discover = (more: object) =>
    void work.start(
      "/api/onboarding/research/discover",
      { description, ...(url ? { url } : {}), ...more },
      { onField: (name, value) => change(readField(name, value)), onDone: () => {} },
    );
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const body = toResearchBody(draft);
    const issue = researchData.safeParse(body).error?.issues[0];
    setRefused(issue ? `${issue.path.join(" ")}: ${issue.message}` : null);
    if (!issue) void step.complete(body);
  };
  return (
    <form method="post" className={styles.form} onSubmit={submit} noValidate>
      {description === "" && (
        <Notice tone="plain" title="The search needs a description">
          <p>Say on the Website step what you write about, or enter everything here by hand.</p>
        </Notice>
      )}
      <WorkPanel
        work={work}
        action="Find competitors and gaps"
        disabled={description === ""}
        estimateUsd={estimateUsd}
        payer={payer}
        onStart={() => discover({})}
      />
      <Competitors
        competitors={draft.competitors}
        busy={work.running || description === ""}
        onChange={(competitors) => change({ competitors })}
        onCompare={() => discover({ competitors: draft.competitors })}
      />
      <section className={styles.group} aria-labelledby="gaps">
        <h2 id="gaps">What they write about, and what they leave out</h2>
        <Textarea
          label="Topics of competitors"
          description="One a line."
          autosize
          minRows={2}
          value={draft.topics}
          onChange={(event) => change({ topics: event.currentTarget.value })}
        />
        <Textarea
          label="Gaps you can fill"
          description="One a line. Plans of your posts look at these first."
          autosize
          minRows={2}
          value={draft.gaps}
          onChange={(event) => change({ gaps: event.currentTarget.value })}
        />
      </section>
      <Socials socials={draft.socials} onChange={(socials) => change({ socials })} />
      <PreferenceFields
        preferences={draft.preferences}
        onChange={(part) => change({ preferences: { ...draft.preferences, ...part } })}
      />
      {refused && <Notice tone="bad" title={refused} alert />}
      {step.problem && <ProblemAlert problem={step.problem} />}
      <div>
        <Button type="submit" loading={step.busy} disabled={work.running}>
          Save and continue
        </Button>
      </div>
    </form>
  );
}

/** One finding as the form holds it. */
function readField(name: string, value: unknown): Partial<ResearchDraft> {
  if (name === "competitors")
    return { competitors: readList(value, (one) => competitor.safeParse(one).data) };
  if (name === "socials")
    return { socials: readList(value, (one) => socialAccount.safeParse(one).data) };
  if (name === "topics") return { topics: toLines(value) };
  return name === "gaps" ? { gaps: toLines(value) } : {};
}
