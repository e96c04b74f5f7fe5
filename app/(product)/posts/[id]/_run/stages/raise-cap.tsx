"use client";
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { z } from "zod";
import { jsonPost, type Problem, requestJson } from "@/app/_ui/messages/problem";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import { postCapBody } from "@/lib/blog/schema";
import styles from "./go-on.module.css";

type RaiseCapProps = { id: string; onResumed: () => void };

/** Raises the cap of a post that has met it, and goes on from where the run had come. */
export function RaiseCap({ id, onResumed }: RaiseCapProps) {
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const raise = async (event: FormEvent) => {
    event.preventDefault();
    const plain = text.trim().replace(/^\$/, "").replace(",", ".");
    const body = postCapBody.safeParse({ capUsd: plain === "" ? null : Number(plain) });
    setError(body.success ? null : (body.error.issues[0]?.message ?? null));
    if (!body.success) return;
    setBusy(true);
    setProblem(null);
    const init = { ...jsonPost(body.data), method: "PUT" };
    const answer = await requestJson(`/api/blog/posts/${id}/cap`, z.unknown(), init);
    setBusy(false);
    if (answer.ok) onResumed();
    else setProblem(answer.problem);
  };
  return (
    <form onSubmit={raise} noValidate>
      <TextInput
        label="New cap of this post in US dollars"
        description="Empty means no cap. Nothing that you paid for is searched or written twice."
        inputMode="decimal"
        leftSection="$"
        value={text}
        error={error}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.ways}>
        <Button type="submit" size="sm" loading={busy}>
          Set the cap and go on writing
        </Button>
      </div>
      {problem && <ProblemAlert problem={problem} />}
    </form>
  );
}
