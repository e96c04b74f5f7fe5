"use client";
import { Textarea, TextInput } from "@mantine/core";
import type { ReviseBody } from "@/lib/blog/edit/schema";
import { LIMITS } from "@/lib/limits/registry";
import styles from "./tool-fields.module.css";

export type ReviseAction = ReviseBody["action"];
/** What a revision is asked for. */
export type ReviseWishes = { instruction: string; tone: string; audience: string };

type ToolFieldsProps = {
  tool: ReviseAction;
  asked: ReviseWishes;
  onChange: (asked: ReviseWishes) => void;
};

/** What a revision can be told before it begins. */
export function ToolFields({ tool, asked, onChange }: ToolFieldsProps) {
  const field = (name: keyof ReviseWishes) => ({
    value: asked[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...asked, [name]: event.currentTarget.value }),
  });
  return (
    <>
      {tool === "tone" && (
        <div className={styles.fields}>
          <TextInput
            label="Tone"
            placeholder="warm and direct"
            maxLength={LIMITS.toneCharacters}
            data-autofocus
            {...field("tone")}
          />
          <TextInput
            label="Audience"
            placeholder="people who are new to it"
            maxLength={LIMITS.audienceCharacters}
            {...field("audience")}
          />
        </div>
      )}
      <Textarea
        label={tool === "rewrite" ? "What should change?" : "Anything to keep in mind? (optional)"}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={LIMITS.instructionCharacters.section}
        {...field("instruction")}
      />
    </>
  );
}

/** True when enough is said for it to begin. */
export function isReady(tool: ReviseAction, { instruction, tone, audience }: ReviseWishes) {
  if (tool === "rewrite") return instruction.trim() !== "";
  return tool !== "tone" || `${tone}${audience}`.trim() !== "";
}
