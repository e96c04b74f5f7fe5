"use client";
import { Button, Textarea } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type SyntheticEvent, useState } from "react";
import { jsonPost, type Problem, requestJson } from "@/app/_ui/messages/problem";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import { describeEstimate, yourKeys } from "@/app/_ui/money";
import { LIMITS } from "@/lib/limits/registry";
import { setupAnswer } from "@/lib/onboarding/setup/schema";
import styles from "./setup.module.css";

type SetupFormProps = {
  estimateUsd: number | null;
  /** What it was told the last time. */
  about?: string;
  /** Said when something of the user's own would be replaced. */
  replaces?: boolean;
  /** It is under way. */
  onBegun?: () => void;
};

/** One line and one press, with its price. */
export function SetupForm({ estimateUsd, about = "", replaces = false, onBegun }: SetupFormProps) {
  const router = useRouter();
  const [text, setText] = useState(about);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const begin = async (event: SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    const answer = await requestJson(
      "/api/onboarding/setup",
      setupAnswer,
      jsonPost({ about: text }),
    );
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    onBegun?.();
    router.push("/onboarding/setup");
    router.refresh();
  };
  const field = problem?.fields?.find((one) => one.field === "about");
  return (
    <form className={styles.form} onSubmit={begin} noValidate>
      <Textarea
        label="Your site or your subject, in one line"
        placeholder="example.org, or: I advise home owners on heating old houses"
        value={text}
        error={field?.message}
        onChange={(event) => setText(event.currentTarget.value)}
        maxLength={LIMITS.businessCharacters.most}
        autosize
        minRows={2}
        maxRows={8}
      />
      {replaces && <p className={styles.soft}>What these three steps hold now is replaced.</p>}
      {problem && !field && <ProblemAlert problem={problem} />}
      <div className={styles.row}>
        <Button type="submit" loading={busy} disabled={text.trim() === ""}>
          Set everything up
        </Button>
        <p className={styles.soft}>
          {describeEstimate(estimateUsd)} on {yourKeys(["Exa", "Gemini"])}
        </p>
      </div>
    </form>
  );
}
