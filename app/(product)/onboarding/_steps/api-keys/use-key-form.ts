"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Answer, Problem } from "@/app/_ui/messages/problem";
import type { MaskedKey } from "@/lib/keys/schema";
import type { ProviderId } from "@/lib/providers/schema";
import { announceDeleted, announceSaved } from "./announce";
import {
  filledDrafts,
  findMalformed,
  mergeKeys,
  type Results,
  refusedFields,
  toResults,
} from "./drafts";
import { checkKeys, checkSavedKey, type Drafts, deleteKey, saveKeys } from "./key-requests";

/** What the form is busy with, if anything. */
export type Work = { kind: "save" | "check" | "delete"; providers: string[] } | null;

/** The state of the keys form: what is saved, what is typed, what a check found, what is going on. */
export function useKeyForm(initialKeys: MaskedKey[], names: Record<string, string>) {
  const router = useRouter();
  const [keys, setKeys] = useState(initialKeys);
  const [drafts, setDrafts] = useState<Drafts>({});
  const [results, setResults] = useState<Results>({});
  const { problem, work, attempt } = useAttempt((refused) =>
    setResults((old) => ({ ...old, ...refusedFields(refused) })),
  );

  function edit(provider: ProviderId, text: string | undefined) {
    setDrafts(({ [provider]: _, ...rest }) =>
      text === undefined ? rest : { ...rest, [provider]: text },
    );
    setResults(({ [provider]: _, ...rest }) => rest);
  }

  async function send<Value>(
    kind: "save" | "check",
    sent: Drafts,
    request: (sent: Drafts) => Promise<Answer<Value>>,
  ) {
    const malformed = findMalformed(sent);
    setResults((old) => ({ ...old, ...malformed }));
    if (Object.keys(malformed).length > 0) return undefined;
    return attempt({ kind, providers: Object.keys(sent) }, () => request(sent));
  }

  async function save() {
    const answer = await send("save", filledDrafts(drafts), saveKeys);
    if (!answer) return;
    setKeys((old) => mergeKeys(old, answer.value.keys));
    setDrafts({});
    setResults({});
    announceSaved(
      answer.value.keys.filter((key) => drafts[key.provider]),
      names,
    );
    router.refresh();
  }

  async function check(provider?: ProviderId) {
    const answer = await send("check", filledDrafts(drafts, provider), checkKeys);
    if (answer) setResults((old) => ({ ...old, ...toResults(answer.value.results) }));
  }

  async function checkSaved(provider: ProviderId) {
    const answer = await attempt({ kind: "check", providers: [provider] }, () =>
      checkSavedKey(provider),
    );
    if (!answer) return router.refresh();
    setKeys(answer.value.keys);
    setResults((old) => ({ ...old, ...toResults(answer.value.results) }));
  }

  async function remove(provider: ProviderId) {
    const answer = await attempt({ kind: "delete", providers: [provider] }, () =>
      deleteKey(provider),
    );
    if (!answer) return;
    setKeys((old) => old.filter((key) => key.provider !== provider));
    edit(provider, undefined);
    announceDeleted(names[provider] ?? provider);
    router.refresh();
  }

  return { keys, drafts, results, problem, work, edit, save, check, checkSaved, remove };
}

/** One request at a time: what is being done, and the problem that the last one ended with. */
function useAttempt(onProblem: (problem: Problem) => void) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [work, setWork] = useState<Work>(null);

  async function attempt<Value>(next: NonNullable<Work>, request: () => Promise<Answer<Value>>) {
    setProblem(null);
    setWork(next);
    const answer = await request();
    setWork(null);
    if (answer.ok) return answer;
    setProblem(answer.problem);
    onProblem(answer.problem);
    return undefined;
  }

  return { problem, work, attempt };
}
