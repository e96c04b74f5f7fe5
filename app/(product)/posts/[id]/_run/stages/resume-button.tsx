"use client";
import { Button } from "@mantine/core";
import { useState } from "react";
import { z } from "zod";
import { jsonPost, type Problem, requestJson } from "@/app/_ui/messages/problem";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";

type ResumeButtonProps = {
  id: string;
  /** The model that goes on; the one that wrote so far unless given. */
  model?: string | undefined;
  onResumed: () => void;
};

/** Goes on with a run that was stopped, has failed or is parked, from where it had come. */
export function ResumeButton({ id, model, onResumed }: ResumeButtonProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const resume = async () => {
    setBusy(true);
    setProblem(null);
    const answer = await requestJson(
      `/api/blog/posts/${id}/resume`,
      z.unknown(),
      jsonPost(model ? { model } : {}),
    );
    setBusy(false);
    if (answer.ok) onResumed();
    else setProblem(answer.problem);
  };
  return (
    <>
      <Button size="sm" loading={busy} onClick={resume}>
        Go on writing
      </Button>
      {problem && <ProblemAlert problem={problem} fixLabel="Open API keys" />}
    </>
  );
}
