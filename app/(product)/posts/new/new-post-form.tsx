"use client";
import { Button, Checkbox, Kbd, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { getHotkeyHandler, useOs } from "@mantine/hooks";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { Problem } from "@/app/_ui/problem";
import { ProblemAlert } from "@/app/_ui/problem-alert";
import { Estimate, type Rates } from "./estimate";
import { MoreOptions } from "./more-options";
import styles from "./new-post.module.css";
import { findFieldErrors, type PostDraft, readFieldErrors, startPost } from "./post-request";
import { SameTopic } from "./same-topic";
import { ShapedBy, type Shaping } from "./shaped-by";

type NewPostFormProps = {
  initialTopic: string;
  payers: string[];
  rates: Rates;
  ready: boolean;
  shaping: Shaping;
};

const EMPTY: PostDraft = {
  topic: "",
  wordCount: 1200,
  research: "basic",
  audience: "",
  tone: "",
  industry: "",
  language: "",
  angle: "",
  instructions: "",
  keywords: "",
  includeDomains: "",
  excludeDomains: "",
  notes: "",
  pages: "",
  model: "",
  capUsd: "",
  approveOutline: false,
  voice: "blog",
  without: [],
};

/** The topic, the folded options, the estimate, and the one button. ⌘↵ presses it. */
export function NewPostForm({ initialTopic, payers, rates, ready, shaping }: NewPostFormProps) {
  const form = useForm<PostDraft>({
    initialValues: { ...EMPTY, topic: initialTopic, research: shaping.depth },
    validate: findFieldErrors,
  });
  const commandKey = useCommandKey();
  const { start, problem, busy } = useStart((errors) => form.setErrors(errors));
  const submit = form.onSubmit((draft) => {
    if (ready && !busy) return start(draft);
  });
  const { topic, ...priced } = form.getValues();
  return (
    <form
      method="post"
      className={styles.form}
      onSubmit={submit}
      onKeyDown={getHotkeyHandler([["mod+Enter", () => submit()]])}
    >
      <Textarea
        label="What should the post be about?"
        placeholder="How heat pumps work in cold climates"
        description="One topic in 3 to 300 characters. The more specific, the better the sources."
        classNames={{ input: styles.topic, label: styles.label }}
        maxLength={300}
        autosize
        minRows={2}
        data-autofocus
        {...form.getInputProps("topic")}
      />
      <SameTopic topic={topic} />
      <ShapedBy form={form} parts={shaping.parts} />
      <Checkbox
        label="Let me approve the outline first"
        description="The run waits after the search, until you have changed or approved its headings."
        {...form.getInputProps("approveOutline", { type: "checkbox" })}
      />
      <MoreOptions form={form} voices={shaping.voices} models={rates.models.map(({ id }) => id)} />
      {problem && <ProblemAlert problem={problem} fixLabel="Open API keys" />}
      <div className={styles.submit}>
        <Button type="submit" size="md" loading={busy} disabled={!ready}>
          Generate
        </Button>
        <Estimate
          wordCount={priced.wordCount}
          research={priced.research}
          model={priced.model}
          rates={rates}
          payers={payers}
        />
        <span className={styles.hint}>
          <Kbd>{commandKey}</Kbd> <Kbd>↵</Kbd>
        </span>
      </div>
      <p className="visually-hidden" aria-live="polite">
        {busy ? "Starting the post" : ""}
      </p>
    </form>
  );
}

/** The key that is held for a shortcut on this computer. */
function useCommandKey(): string {
  const os = useOs();
  return os === "macos" || os === "ios" ? "⌘" : "Ctrl";
}

/** Sends the draft and opens the run; the same draft sent again after a failure is the same run. */
function useStart(onFieldErrors: (errors: Record<string, string>) => void) {
  const router = useRouter();
  const attempt = useRef({ body: "", key: "" });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const start = async (draft: PostDraft) => {
    const body = JSON.stringify(draft);
    if (attempt.current.body !== body) attempt.current = { body, key: crypto.randomUUID() };
    setBusy(true);
    setProblem(null);
    const answer = await startPost(draft, attempt.current.key);
    if (answer.ok) return router.push(`/posts/${answer.value.id}`);
    setBusy(false);
    setProblem(answer.problem);
    onFieldErrors(readFieldErrors(answer.problem, draft));
  };
  return { start, problem, busy };
}
