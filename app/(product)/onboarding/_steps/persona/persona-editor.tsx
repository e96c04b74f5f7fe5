"use client";
import { Button } from "@mantine/core";
import { useState } from "react";
import { BringBack } from "@/app/_ui/messages/bring-back";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import { describeEstimate, formatUsd } from "@/app/_ui/money";
import { useWorkStream, type WorkState } from "@/app/_ui/work/use-work-stream";
import { WorkStatus } from "@/app/_ui/work/work-status";
import styles from "./persona.module.css";
import { PersonaFields } from "./persona-fields";
import { EMPTY_PERSONA, isEmpty, type PersonaText, readField } from "./persona-text";
import { TryIt } from "./try-it";
import { VoiceMeasures } from "./voice-measures";

type PersonaEditorProps = {
  /** "your persona", or a platform's. */
  name: string;
  value: PersonaText;
  /** Body of the request that generates it; null while something it needs is missing. */
  request: object | null;
  missing: string;
  estimateUsd: number | null;
  strict: boolean;
  onChange: (part: Partial<PersonaText>) => void;
};

/** One persona: generated field by field, edited by hand, tried on a topic. */
export function PersonaEditor({ name, value, request, strict, ...rest }: PersonaEditorProps) {
  const work = useWorkStream();
  const empty = isEmpty(value);
  const [earlier, setEarlier] = useState<PersonaText | null>(null);
  const generate = () => {
    if (!request) return;
    setEarlier(empty ? null : value);
    void work.start("/api/onboarding/persona/generate", request, {
      onField: (field, written) => rest.onChange(readField(field, written)),
      onDone: () => undefined,
    });
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
