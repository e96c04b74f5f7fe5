"use client";
import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { BringBack } from "@/app/_ui/messages/bring-back";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import { describeEstimate, formatUsd } from "@/app/_ui/money";
import type { WorkState } from "@/app/_ui/work/use-work-stream";
import { WorkStatus } from "@/app/_ui/work/work-status";
import type { PersonaRun } from "@/lib/onboarding/setup/schema";
import styles from "./persona.module.css";
import { PersonaFields } from "./persona-fields";
import type { PersonaRequest } from "./persona-requests";
import { EMPTY_PERSONA, isEmpty, type PersonaText } from "./persona-text";
import { TryIt } from "./try-it";
import { usePersonaWork } from "./use-persona-work";
import { VoiceMeasures } from "./voice-measures";

type PersonaEditorProps = {
  /** "your persona", or a platform's. */
  name: string;
  value: PersonaText;
  /** Body of the request that generates it; null while something it needs is missing. */
  request: PersonaRequest | null;
  missing: string;
  estimateUsd: number | null;
  strict: boolean;
  /** One that was begun before, and that the form has not. */
  begun: PersonaRun | null;
  onTaken: (runId: string) => void;
  /** Told whether it is being made. */
  onMaking: (making: boolean) => void;
  onChange: (part: Partial<PersonaText>) => void;
};

/** One persona: generated field by field, edited by hand, tried on a topic. */
export function PersonaEditor({ name, value, request, strict, ...rest }: PersonaEditorProps) {
  const empty = isEmpty(value);
  const [earlier, setEarlier] = useState<PersonaText | null>(null);
  const work = usePersonaWork({ ...rest, onStart: () => setEarlier(empty ? null : value) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when it changes, to whoever listens then
  useEffect(() => {
    rest.onMaking(work.running);
    return () => rest.onMaking(false);
  }, [work.running]);
  const generate = () => {
    if (!request) return;
    work.begin(request);
  };
  return (
    <div className={styles.editor} aria-busy={work.running}>
      <div className={styles.buttons}>
        <Button
          size="sm"
          variant={empty ? "filled" : "default"}
          onClick={generate}
          loading={work.running}
          disabled={!request}
        >
          {empty ? "Generate" : "Regenerate"}
          <span className="visually-hidden"> {name}</span>
        </Button>
        {work.running && (
          <Button size="sm" variant="default" onClick={work.stop}>
            Stop
          </Button>
        )}
        <BringBack
          earlier={work.running ? null : earlier}
          what={`the earlier text of ${name}`}
          onBring={(text) => {
            rest.onChange(text);
            setEarlier(null);
          }}
        />
        <WorkStatus
          work={work}
          idle={request ? describeCost(work, rest.estimateUsd) : rest.missing}
        />
      </div>
      {work.running && work.goesOn && (
        <p className={styles.note}>You may leave this page: it goes on.</p>
      )}
      {work.problem && <ProblemAlert problem={work.problem} />}
      <PersonaFields
        value={{ ...EMPTY_PERSONA, ...value }}
        strict={strict}
        disabled={work.running}
        onChange={rest.onChange}
      />
      {!work.running && (
        <VoiceMeasures value={value} text={value.sample} of="the sample paragraph" />
      )}
      <TryIt name={name} value={value} />
    </div>
  );
}

function describeCost({ costUsd, problem }: WorkState, estimateUsd: number | null): string {
  if (costUsd === null)
    return `${describeEstimate(estimateUsd)} on your Gemini key. Or fill it in by hand.`;
  const spent = `${formatUsd(costUsd)} on your Gemini key.`;
  return problem ? `${spent} You can fill it in by hand.` : `${spent} Edit anything below.`;
}
