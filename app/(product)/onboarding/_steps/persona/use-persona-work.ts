"use client";
import { useEffect, useRef } from "react";
import { UNHEARD, useWorkStream } from "@/app/_ui/work/use-work-stream";
import type { PersonaRun, PersonaTarget } from "@/lib/onboarding/setup/schema";
import { dropRun, PERSONA_URL, type PersonaRequest } from "./persona-requests";
import { type PersonaText, readField, readFields } from "./persona-text";

/** Ends that say nothing of the persona itself: it may still be made, or be there. */
const UNTOLD: ReadonlySet<string> = new Set([
  ...UNHEARD,
  "stopped",
  "internal",
  "unauthenticated",
  "rate_limited",
]);
/** A run as it is followed; its id is known once it has begun. */
type Followed = { of: PersonaTarget; id?: string; over?: true };

type PersonaWork = {
  /** One that was begun before, here or elsewhere, and that the form has not. */
  begun: PersonaRun | null;
  /** The text of the form is about to be replaced. */
  onStart: () => void;
  onChange: (part: Partial<PersonaText>) => void;
  /** The form has all that came of a run. */
  onTaken: (id: string) => void;
};

/** A persona as it is made: begun from here or before, and followed wherever it is made. */
export function usePersonaWork({ begun, onStart, onChange, onTaken }: PersonaWork) {
  const { start, stop, ...work } = useWorkStream();
  const run = useRef<Followed | null>(null);
  const dropping = useRef(Promise.resolve());
  const follow = async (of: PersonaTarget, request: PersonaRequest | null) => {
    onStart();
    const own: Followed = { of };
    run.current = own;
    await dropping.current;
    const again = `${PERSONA_URL}/${of}`;
    const end = await start(request ? PERSONA_URL : again, request, {
      again,
      onBegun: (id) => {
        own.id = id;
      },
      onField: (field, written) => onChange(readField(field, written)),
      onDone: (data) => onChange(readFields(data)),
    });
    own.over = true;
    if (own.id && !UNTOLD.has(end)) onTaken(own.id);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: each run that was begun before is followed once
  useEffect(() => {
    const { id, over } = run.current ?? {};
    if (begun && (over || id !== begun.id)) void follow(begun.target, null);
  }, [begun?.id]);
  return {
    ...work,
    begin: (request: PersonaRequest) => void follow(request.target, request),
    stop: () => {
      stop();
      const { of, id } = run.current ?? {};
      if (of) dropping.current = dropRun(of, id);
    },
  };
}
