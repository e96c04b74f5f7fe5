"use client";
import { Checkbox, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { getHotkeyHandler } from "@mantine/hooks";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { forgetStored, store } from "@/app/_ui/browser-store";
import type { Problem } from "@/app/_ui/messages/problem";
import { LIMITS } from "@/lib/limits/registry";
import { SameTopic } from "./_same-topic/same-topic";
import { StudyTopic } from "./_study/study-topic";
import { priceSearches, type Rates } from "./estimate";
import { KeptForm, useKeptForm } from "./kept-form";
import { LengthAndResearch } from "./length-and-research";
import { MoreOptions } from "./more-options";
import styles from "./new-post.module.css";
import { OwnOutline } from "./own-outline";
import { EMPTY_DRAFT, type PostDraft } from "./post-draft";
import {
  findFieldErrors,
  readFieldErrors,
  type SettledDraft,
  settleDepth,
  startPost,
} from "./post-request";
import { ShapedBy, type Shaping } from "./shaped-by";
import { SubmitBar } from "./submit-bar";

type NewPostFormProps = {
  initialTopic: string;
  /** Under what name the form is kept in this browser until its post is begun. */
  draftName: string;
  payers: string[];
  rates: Rates;
  ready: boolean;
  shaping: Shaping;
  /** What the user's settings fill in. */
  preset: Pick<PostDraft, "wordCount" | "language" | "research">;
};

/** The topic, the folded options, the estimate, and the one button. ⌘↵ presses it. */
export function NewPostForm({ initialTopic, draftName, payers, ...rest }: NewPostFormProps) {
  const { rates, ready, shaping, preset } = rest;
  const form = useForm<PostDraft>({
    initialValues: { ...EMPTY_DRAFT, ...preset, topic: initialTopic },
    validate: findFieldErrors,
    onValuesChange: (values) => store(draftName, values),
  });
  const kept = useKeptForm(form, draftName, initialTopic);
  const { start, problem, busy } = useStart(draftName, (errors) => form.setErrors(errors));
  const submit = form.onSubmit((draft) => {
    if (ready && !busy) return start(settleDepth(draft, shaping.preferDomains));
  });
  const typed = form.getValues();
  const { topic, searchType } = typed;
  const { research } = settleDepth(typed, shaping.preferDomains);
  return (
    <form
      method="post"
      onSubmit={submit}
      onKeyDown={getHotkeyHandler([["mod+Enter", () => submit()]])}
    >
      <div className={styles.form}>
        <Textarea
          label="What should the post be about?"
          placeholder="How heat pumps work in cold climates"
          description={`One topic in ${LIMITS.topicCharacters.least} to ${LIMITS.topicCharacters.most} characters. The more specific, the better the sources.`}
          classNames={{ input: styles.topic, label: styles.label }}
          maxLength={LIMITS.topicCharacters.most}
          autosize
          minRows={2}
          data-autofocus
          {...form.getInputProps("topic")}
        />
        <SameTopic
          topic={topic}
          searchUsd={priceSearches(rates, { research, searchType })}
          onUsed={() => forgetStored(draftName)}
        />
        <KeptForm kept={kept} />
        <LengthAndResearch form={form} depth={research} />
        <ShapedBy form={form} parts={shaping.parts} />
        <Checkbox
          label="Let me approve the outline first"
          description="The run waits after the search, until you have changed or approved its headings."
          {...form.getInputProps("approveOutline", { type: "checkbox" })}
        />
        <StudyTopic form={form} ready={ready} gaps={shaping.gaps} />
        <MoreOptions form={form} voices={shaping.voices} rates={rates} />
        <OwnOutline form={form} />
      </div>
      <SubmitBar
        draft={typed}
        research={research}
        rates={rates}
        payers={payers}
        ready={ready}
        busy={busy}
        problem={problem}
      />
      <p className="visually-hidden" aria-live="polite">
        {busy ? "Starting the post" : ""}
      </p>
    </form>
  );
}

/** Sends the draft and opens the run; the same draft sent again after a failure is the same run. */
function useStart(draftName: string, onFieldErrors: (errors: Record<string, string>) => void) {
  const router = useRouter();
  const attempt = useRef({ body: "", key: "" });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const start = async (draft: SettledDraft) => {
    const body = JSON.stringify(draft);
    if (attempt.current.body !== body) attempt.current = { body, key: crypto.randomUUID() };
    setBusy(true);
    setProblem(null);
    const answer = await startPost(draft, attempt.current.key);
    if (answer.ok) {
      forgetStored(draftName);
      return router.push(`/posts/${answer.value.id}`);
    }
    setBusy(false);
    setProblem(answer.problem);
    onFieldErrors(readFieldErrors(answer.problem));
  };
  return { start, problem, busy };
}
