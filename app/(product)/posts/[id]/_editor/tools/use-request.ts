"use client";
import { useState } from "react";
import type { z } from "zod";
import { jsonPost, type Problem, requestJson } from "@/app/_ui/messages/problem";

/** One question to this site at a time: what it answered last, or what stood against it. */
export function useRequest<Value>(schema: z.ZodType<Value>) {
  const [busy, setBusy] = useState(false);
  const [value, setValue] = useState<Value | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const ask = async (url: string, body: unknown): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const answer = await requestJson(url, schema, jsonPost(body));
    setBusy(false);
    setValue(answer.ok ? answer.value : null);
    if (!answer.ok) setProblem(answer.problem);
  };
  return { busy, value, problem, ask, clear: () => setValue(null) };
}
