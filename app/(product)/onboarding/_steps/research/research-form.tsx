"use client";
import Link from "next/link";
import { type SyntheticEvent, useState } from "react";
import { focusFirstError } from "@/app/_ui/focus-first-error";
import { BringBack } from "@/app/_ui/messages/bring-back";
import { Notice } from "@/app/_ui/messages/notice";
import { useWorkStream } from "@/app/_ui/work/use-work-stream";
import { WorkPanel } from "@/app/_ui/work/work-panel";
import {
  competitor,
  contentOverview,
  type SocialsPrices,
  socialAccount,
} from "@/lib/onboarding/research/schema";
import { SaveBar } from "../../_frame/save-bar";
import { useCompleteStep } from "../../_frame/use-complete-step";
import { useDraft } from "../../_frame/use-draft";
import { Competitors } from "./competitors";
import { Gaps } from "./gaps";
import { OwnContent } from "./own-content";
import { PreferenceFields } from "./preference-fields";
import styles from "./research.module.css";
import {
  type FieldErrors,
  findFieldErrors,
  type ResearchDraft,
  readList,
  toLines,
  toResearchBody,
} from "./research-form-state";
import { Socials } from "./socials";

type ResearchFormProps = {
  initial: ResearchDraft;
  savedAt: string | null;
  description: string;
  url: string | undefined;
  estimateUsd: number | null;
  payer: string;
  socialsUsd: SocialsPrices;
};

/** Competitors, accounts, gaps and preferences: found, corrected, or entered by hand. */
export function ResearchForm({ initial, savedAt, description, url, ...price }: ResearchFormProps) {
  const [draft, setDraft] = useState(initial);
  const [errors, setErrors] = useState<FieldErrors>({});
  const work = useWorkStream();
  const step = useCompleteStep("research");
  useDraft("research", draft, { savedAt, closed: step.leaving });
  const change = (part: Partial<ResearchDraft>) => setDraft((old) => ({ ...old, ...part }));
  const [earlier, setEarlier] = useState<Found | null>(null);
  const discover = (more: object) => {
    setEarlier(hasFindings(draft) ? pickFound(draft) : null);
    void work.start(
      "/api/onboarding/research/discover",
      { description, ...(url ? { url } : {}), ...more },
      { onField: (name, value) => change(readField(name, value)), onDone: () => {} },
    );
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const body = toResearchBody(draft);
    const found = findFieldErrors(body);
    setErrors(found);
    if (Object.keys(found).length === 0) void step.complete(body);
    else focusFirstError(event.currentTarget);
  };
  return (
    <form method="post" onSubmit={submit} noValidate>
      <div className={styles.form}>
        {description === "" && (
          <Notice tone="plain" title="The search needs a description">
            <p>
              Say on the <Link href="/onboarding/website">Website step</Link> what you write about,
              or enter everything here by hand.
            </p>
          </Notice>
        )}
        <WorkPanel
          work={work}
          action="Find competitors and gaps"
          disabled={description === ""}
          quiet={hasFindings(draft)}
          estimateUsd={price.estimateUsd}
          payer={price.payer}
          onStart={() => discover({})}
        />
        <BringBack
          earlier={work.running ? null : earlier}
          what="the earlier findings"
          onBring={(found) => {
            change(found);
            setEarlier(null);
          }}
        />
        <Competitors
          competitors={draft.competitors}
          busy={work.running || description === ""}
          onChange={(competitors) => change({ competitors })}
          onCompare={() => discover({ competitors: draft.competitors })}
        />
        <Gaps draft={draft} errors={errors} onChange={change} />
        {draft.content && <OwnContent content={draft.content} />}
        <Socials
          url={url}
          prices={price.socialsUsd}
          socials={draft.socials}
          errors={errors}
          onChange={(socials) => change({ socials })}
        />
        <PreferenceFields
          preferences={draft.preferences}
          errors={errors}
          onChange={(part) => change({ preferences: { ...draft.preferences, ...part } })}
        />
        {errors.other && <Notice tone="bad" title={errors.other} alert />}
      </div>
      <SaveBar step={step} disabled={work.running} filled={hasFindings(draft)} />
    </form>
  );
}

/** What a search replaces. */
type Found = Omit<ResearchDraft, "preferences">;

function pickFound({ preferences: _, ...found }: ResearchDraft): Found {
  return found;
}

function hasFindings({ competitors, socials, topics, gaps }: ResearchDraft): boolean {
  return competitors.length + socials.length > 0 || `${topics}${gaps}`.trim() !== "";
}

/** One finding as the form holds it. */
function readField(name: string, value: unknown): Partial<ResearchDraft> {
  if (name === "competitors")
    return { competitors: readList(value, (one) => competitor.safeParse(one).data) };
  if (name === "socials")
    return { socials: readList(value, (one) => socialAccount.safeParse(one).data) };
  if (name === "content") return { content: contentOverview.safeParse(value).data ?? null };
  if (name === "topics") return { topics: toLines(value) };
  return name === "gaps" ? { gaps: toLines(value) } : {};
}
