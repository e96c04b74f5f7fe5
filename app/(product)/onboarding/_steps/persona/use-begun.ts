"use client";
import { type Dispatch, type SetStateAction, useEffect, useState } from "react";
import type { PersonaRun, PersonaTarget } from "@/lib/onboarding/setup/schema";
import { listRuns } from "./persona-requests";
import { type PersonaForm, withPlatforms } from "./persona-text";

/** One of each target, twice: more are not there at a time. */
const MOST_TAKEN = 16;

/**
 * The personas that were begun before, here or elsewhere, each with a place in the form, until the form has
 * what came of them. Asked for when the page is shown: a page that a browser keeps for "back" knows nothing of what was
 * begun since.
 */
export function useBegun(form: PersonaForm, setForm: Dispatch<SetStateAction<PersonaForm>>) {
  const [begun, setBegun] = useState<PersonaRun[]>([]);
  const [making, setMaking] = useState<Partial<Record<PersonaTarget, boolean>>>({});
  useEffect(() => {
    void listRuns().then((answer) => {
      if (!answer.ok) return;
      const { runs } = answer.value;
      setForm((old) => withPlatforms(old, runs));
      setBegun(runs);
    });
  }, [setForm]);
  return {
    /** What the editor of a target is told, and tells. */
    follow: (target: PersonaTarget) => ({
      begun: begun.find((run) => run.target === target && !form.taken.includes(run.id)) ?? null,
      onTaken: (runId: string) =>
        setForm((old) => ({ ...old, taken: [...old.taken, runId].slice(-MOST_TAKEN) })),
      onMaking: (is: boolean) => setMaking((old) => ({ ...old, [target]: is })),
    }),
    forget: (target: PersonaTarget) =>
      setBegun((old) => old.filter((run) => run.target !== target)),
    isMaking: Object.values(making).includes(true),
  };
}
