"use client";
import { useEffect, useRef, useState } from "react";
import { flushForms } from "@/app/_ui/flush-forms";
import { UNHEARD, useWorkStream } from "@/app/_ui/work/use-work-stream";
import type { PersonaTarget } from "@/lib/onboarding/setup/schema";
import { type PersonaText, readField, type toPersona } from "./persona-text";

const URL = "/api/onboarding/persona/generate";
/** Body of the request that begins a persona. */
export type PersonaRequest = { target: PersonaTarget; core?: ReturnType<typeof toPersona> };

/**
 * A persona as it is made: begun from here or before, followed wherever it is made, and let go of once the
 * form has what came of it.
 *
 * @param begun what it is for, where one was begun before.
 */
export function usePersonaWork(
  begun: PersonaTarget | null,
  onChange: (part: Partial<PersonaText>) => void,
) {
  const { start, stop, ...work } = useWorkStream();
  const [made, setMade] = useState<{ of: PersonaTarget } | null>(null);
  const target = useRef(begun);
  const follow = async (of: PersonaTarget, request: PersonaRequest | null) => {
    target.current = of;
    const again = `${URL}/${of}`;
    const end = await start(request ? URL : again, request, {
      again,
      onField: (field, written) => onChange(readField(field, written)),
      onDone: () => undefined,
    });
    if (end !== "stopped" && !UNHEARD.has(end)) setMade({ of });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was begun before is followed once
  useEffect(() => {
    if (begun) void follow(begun, null);
  }, []);
  useEffect(() => {
    if (made === null) return;
    // Behind the effects that hand the last field to the keeper of the draft.
    const timer = setTimeout(() => void flushForms().then(() => dropPersona(made.of)));
    return () => clearTimeout(timer);
  }, [made]);
  return {
    ...work,
    begin: (request: PersonaRequest) => void follow(request.target, request),
    stop: () => {
      stop();
      if (target.current) void dropPersona(target.current);
    },
  };
}

/** Stops it, or lets go of what was made of it. */
export async function dropPersona(target: PersonaTarget): Promise<void> {
  await fetch(`${URL}/${target}`, { method: "DELETE" }).catch(() => undefined);
}
