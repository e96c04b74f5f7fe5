"use client";
import { Button, Kbd } from "@mantine/core";
import { useOs } from "@mantine/hooks";
import { ActionBar } from "@/app/_ui/action-bar";
import type { Problem } from "@/app/_ui/messages/problem";
import type { GenerateBody } from "@/lib/blog/schema";
import { Estimate, type Rates } from "./estimate";
import styles from "./new-post.module.css";
import type { PostDraft } from "./post-draft";
import { sumLength } from "./post-request";

type SubmitBarProps = {
  draft: PostDraft;
  /** How deep the search goes once "auto" is settled. */
  research: GenerateBody["research"];
  rates: Rates;
  payers: string[];
  ready: boolean;
  busy: boolean;
  problem: Problem | null;
};

/** The one button, what pressing it costs and on whose keys, and why it could not begin. */
export function SubmitBar({ draft, research, ready, busy, problem, ...prices }: SubmitBarProps) {
  const commandKey = useCommandKey();
  const { finish, searchType, model } = draft;
  return (
    <ActionBar problem={problem} fixLabel="Open API keys">
      <Button type="submit" size="md" loading={busy} disabled={!ready}>
        Generate
      </Button>
      <Estimate
        wordCount={sumLength(draft)}
        research={research}
        finish={finish}
        searchType={searchType}
        model={model}
        {...prices}
      />
      <span className={styles.hint}>
        <Kbd>{commandKey}</Kbd> <Kbd>↵</Kbd>
      </span>
    </ActionBar>
  );
}

/** The key that is held for a shortcut on this computer. */
function useCommandKey(): string {
  const os = useOs();
  return os === "macos" || os === "ios" ? "⌘" : "Ctrl";
}
