"use client";
import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { z } from "zod";
import { jsonPost, type Problem, requestJson } from "@/app/_ui/messages/problem";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import { LIMITS } from "@/lib/limits/registry";
import { NOTICE_KINDS, type NoticeKind } from "@/lib/notices/schema";
import { type Settings, settingsBody } from "@/lib/settings/schema";
import styles from "./preferences.module.css";

const DEPTHS = { basic: "Basic", comprehensive: "Comprehensive", targeted: "Targeted" } as const;
const NOTICES = {
  ready: "A post is ready",
  waiting: "An outline waits for approval",
  "needs-key": "A run waits for a key or a cap",
  failed: "A run has failed",
  "cap-near": "Four fifths of the month’s cap are spent",
  "cap-reached": "The month’s cap is reached",
} satisfies Record<NoticeKind, string>;

type Preferences = Record<
  "defaultModel" | "defaultWords" | "defaultLanguage" | "researchDepth" | "timeZone",
  string
> & { mutedNotices: string[] };

type PreferencesFormProps = { settings: Settings; models: { id: string; name: string }[] };

/** What a new post begins with, the zone of days and months, and what the user wants to hear of. */
export function PreferencesForm({ settings, models }: PreferencesFormProps) {
  const [typed, setTyped] = useState(toTyped(settings));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [state, setState] = useState<"idle" | "busy" | "saved">("idle");
  const field = (name: Exclude<keyof Preferences, "mutedNotices">) => ({
    value: typed[name],
    error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setState("idle");
      setTyped((before) => ({ ...before, [name]: value }));
    },
  });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(null);
    const body = settingsBody.safeParse(toBody(typed));
    const found = body.success ? [] : body.error.issues;
    setErrors(Object.fromEntries(found.map(({ path, message }) => [String(path[0]), message])));
    if (!body.success) return;
    setState("busy");
    const init = { ...jsonPost(body.data), method: "PATCH" };
    const answer = await requestJson("/api/settings", z.unknown(), init);
    setState(answer.ok ? "saved" : "idle");
    if (!answer.ok) setProblem(answer.problem);
  };
  const mute = (kind: NoticeKind, wanted: boolean) => {
    setState("idle");
    setTyped(({ mutedNotices, ...rest }) => ({
      ...rest,
      mutedNotices: [...mutedNotices.filter((one) => one !== kind), ...(wanted ? [] : [kind])],
    }));
  };
  return (
    <form onSubmit={save} className={styles.form} noValidate>
      <NativeSelect label="Model" {...field("defaultModel")}>
        <option value="">The one that fits best</option>
        {/* The one that is chosen stays so, also where Google does not list it now. */}
        {settings.defaultModel && !models.some(({ id }) => id === settings.defaultModel) && (
          <option value={settings.defaultModel}>{settings.defaultModel}</option>
        )}
        {models.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </NativeSelect>
      <TextInput
        label="Length in words"
        placeholder={String(LIMITS.postWords.usual)}
        inputMode="numeric"
        {...field("defaultWords")}
      />
      <TextInput label="Language" placeholder="English" {...field("defaultLanguage")} />
      <NativeSelect label="Research" {...field("researchDepth")}>
        <option value="">As in your research preferences</option>
        {Object.entries(DEPTHS).map(([depth, name]) => (
          <option key={depth} value={depth}>
            {name}
          </option>
        ))}
      </NativeSelect>
      <TextInput
        label="Time zone"
        description="Days and months of your usage begin at its midnight."
        {...field("timeZone")}
      />
      <Button
        variant="default"
        onClick={() => {
          const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
          setState("idle");
          setTyped((before) => ({ ...before, timeZone }));
        }}
      >
        Take this browser&rsquo;s
      </Button>
      <fieldset className={styles.notices}>
        <legend>Notices</legend>
        {NOTICE_KINDS.map((kind) => (
          <Checkbox
            key={kind}
            label={NOTICES[kind]}
            checked={!typed.mutedNotices.includes(kind)}
            onChange={(event) => mute(kind, event.currentTarget.checked)}
          />
        ))}
      </fieldset>
      <Button type="submit" loading={state === "busy"}>
        Save
      </Button>
      <p aria-live="polite">{state === "saved" && "Saved. New posts begin with this."}</p>
      {problem && <ProblemAlert problem={problem} />}
    </form>
  );
}

function toTyped(settings: Settings): Preferences {
  const { defaultModel, defaultWords, defaultLanguage, researchDepth } = settings;
  return {
    defaultModel: defaultModel ?? "",
    defaultWords: defaultWords === null ? "" : String(defaultWords),
    defaultLanguage: defaultLanguage ?? "",
    researchDepth: researchDepth ?? "",
    timeZone: settings.timeZone,
    mutedNotices: settings.mutedNotices,
  };
}

/** An empty field is no preference. */
function toBody(typed: Preferences): unknown {
  const { timeZone, mutedNotices, defaultWords } = typed;
  return {
    defaultModel: typed.defaultModel || null,
    defaultWords: defaultWords.trim() === "" ? null : Number(defaultWords),
    defaultLanguage: typed.defaultLanguage.trim() || null,
    researchDepth: typed.researchDepth || null,
    timeZone: timeZone.trim(),
    mutedNotices,
  };
}
