"use client";
import { Button, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { z } from "zod";
import { jsonPost, type Problem, requestJson } from "@/app/_ui/messages/problem";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import { capBody } from "@/lib/usage/schema";
import styles from "./cap.module.css";

const answer = z.object({ monthlyUsd: z.number().nullable() });

/** Sets the month's cap, or removes it where the field is left empty. */
export function CapForm({ monthlyUsd, zone }: { monthlyUsd: number | null; zone: string }) {
  const router = useRouter();
  const [text, setText] = useState(monthlyUsd === null ? "" : String(monthlyUsd));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saved, setSaved] = useState("");
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setSaved("");
    setProblem(null);
    const parsed = capBody.safeParse({ monthlyUsd: readDollars(text), zone });
    setError(parsed.success ? null : (parsed.error.issues[0]?.message ?? null));
    if (!parsed.success) return;
    setBusy(true);
    const init = { ...jsonPost(parsed.data), method: "PUT" };
    const result = await requestJson("/api/usage/cap", answer, init);
    setBusy(false);
    if (!result.ok) return setProblem(result.problem);
    setSaved(describeSaved(result.value.monthlyUsd));
    return router.refresh();
  };
  return (
    <form onSubmit={save} className={styles.form} noValidate>
      <TextInput
        label="Monthly cap in US dollars"
        description="Empty means no cap."
        inputMode="decimal"
        leftSection="$"
        value={text}
        error={error}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={busy}>
        Save the cap
      </Button>
      <p className={styles.saved} aria-live="polite">
        {saved}
      </p>
      {problem && <ProblemAlert problem={problem} />}
    </form>
  );
}

/** NaN where the words are no sum: the schema refuses it and says what to give. */
function readDollars(text: string): number | null {
  const plain = text.trim().replace(/^\$/, "").replace(",", ".");
  return plain === "" ? null : Number(plain);
}

function describeSaved(monthlyUsd: number | null): string {
  return monthlyUsd === null
    ? "The cap is removed."
    : `Your keys may spend $${monthlyUsd} a month. Runs that waited for it go on.`;
}
