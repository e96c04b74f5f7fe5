"use client";
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { z } from "zod";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import { formatUsd } from "@/app/_ui/money";
import { useWorkStream } from "@/app/_ui/work/use-work-stream";
import { WorkStatus } from "@/app/_ui/work/work-status";
import { LIMITS } from "@/lib/limits/registry";
import styles from "./persona.module.css";
import { findFieldErrors, type PersonaText, toPersona } from "./persona-text";
import { VoiceMeasures } from "./voice-measures";

/** Writes one paragraph about a topic in the voice as it stands in the form. */
export function TryIt({ name, value }: { name: string; value: PersonaText }) {
  const work = useWorkStream();
  const [topic, setTopic] = useState("");
  const [paragraph, setParagraph] = useState("");
  const ready =
    topic.trim().length >= LIMITS.topicCharacters.least &&
    Object.keys(findFieldErrors(value)).length === 0;
  const write = () => {
    const show = (text: unknown) => setParagraph(z.string().catch("").parse(text));
    const body = { persona: toPersona(value), topic };
    const onField = (_name: string, text: unknown) => show(text);
    void work.start("/api/onboarding/persona/try", body, { onField, onDone: show });
  };
  return (
    <details className={styles.try}>
      <summary>
        Try it<span className="visually-hidden"> with {name}</span>
      </summary>
      <div className={styles.tryRow}>
        <TextInput
          label="A topic for one paragraph"
          placeholder="Why insulation comes first"
          maxLength={LIMITS.topicCharacters.most}
          value={topic}
          onChange={(event) => setTopic(event.currentTarget.value)}
        />
        <Button variant="default" onClick={write} disabled={!ready} loading={work.running}>
          Write a paragraph
        </Button>
        {work.running && (
          <Button variant="default" onClick={work.stop}>
            Stop
          </Button>
        )}
      </div>
      {work.problem && <ProblemAlert problem={work.problem} />}
      {paragraph && <blockquote className={styles.sample}>{paragraph}</blockquote>}
      {!work.running && <VoiceMeasures value={value} text={paragraph} of="this paragraph" />}
      <WorkStatus
        work={work}
        idle={
          work.costUsd === null
            ? "Less than $0.01 on your Gemini key. It needs a voice and a topic."
            : `${formatUsd(work.costUsd)} on your Gemini key. A sample of style: nothing in it was checked.`
        }
      />
    </details>
  );
}
