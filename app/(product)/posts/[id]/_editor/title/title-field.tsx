"use client";
import { Button } from "@mantine/core";
import { useState } from "react";
import { z } from "zod";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import { formatUsd, yourKeys } from "@/app/_ui/money";
import { useWorkStream } from "@/app/_ui/work/use-work-stream";
import type { Post } from "@/lib/blog/schema";
import { LIMITS } from "@/lib/limits/registry";
import { GrowingInput } from "../../../../../_ui/growing-input";
import editor from "../editor.module.css";
import styles from "./title-field.module.css";

type TitleFieldProps = {
  title: string;
  save: () => Promise<Post | null>;
  onChange: (title: string) => void;
  /** A proposed title was chosen. */
  onChoose: (title: string) => void;
};
const answer = z.object({ titles: z.array(z.string()) });

/** The title of the post, and others that the model proposes for it. */
export function TitleField({ title, save, onChange, onChoose }: TitleFieldProps) {
  const work = useWorkStream();
  const [titles, setTitles] = useState<string[] | null>(null);
  const propose = async () => {
    const stored = await save();
    if (!stored) return;
    const body = { version: stored.version };
    const onDone = (data: unknown) => setTitles(answer.parse(data).titles);
    await work.start(`/api/blog/posts/${stored.id}/titles`, body, { onDone });
  };
  return (
    <div className={styles.block}>
      <GrowingInput
        className={styles.title ?? ""}
        label="Title"
        value={title}
        maxLength={LIMITS.titleCharacters}
        onChange={onChange}
      />
      <div className={styles.tools}>
        {work.running ? (
          <Button size="xs" variant="default" onClick={work.stop}>
            Stop
          </Button>
        ) : (
          <Button size="xs" variant="default" onClick={() => void propose()}>
            Propose five titles
          </Button>
        )}
        <p className={editor.note} role="status">
          {describe(work.running, work.costUsd)}
        </p>
      </div>
      {work.problem && <ProblemAlert problem={work.problem} />}
      {titles && (
        <fieldset className={styles.titles}>
          <legend>Proposed titles</legend>
          {titles.map((one) => (
            <Button key={one} size="xs" variant="default" onClick={() => onChoose(one)}>
              {one}
            </Button>
          ))}
          <Button size="xs" variant="subtle" onClick={() => setTitles(null)}>
            Keep mine
          </Button>
        </fieldset>
      )}
    </div>
  );
}

function describe(running: boolean, costUsd: number | null): string {
  if (running) return "Thinking of titles…";
  if (costUsd === null) return `About $0.01 on ${yourKeys(["Gemini"])}`;
  return `${formatUsd(costUsd)} on ${yourKeys(["Gemini"])}`;
}
