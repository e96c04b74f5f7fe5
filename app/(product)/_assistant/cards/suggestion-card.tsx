"use client";
import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { tellChange } from "@/app/_ui/changed-elsewhere";
import { flushForms } from "@/app/_ui/flush-forms";
import type { Problem } from "@/app/_ui/messages/problem";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import type { Suggestion, SuggestionDecision } from "@/lib/copilot/schema";
import { decideSuggestion } from "../assistant-requests";
import styles from "./cards.module.css";
import { WordDiff } from "./word-diff";

type SuggestionCardProps = {
  suggestion: Suggestion;
  onDecided: (status: Suggestion["status"]) => void | Promise<void>;
};
const DECIDED = { accept: "accepted", refuse: "refused", undo: "undone" } as const;
const SAYS = { accepted: "Accepted.", refused: "Refused.", undone: "Taken back." };

/**
 * A change of words with its diff and its reason. While it has the focus itself, Tab accepts and Escape
 * refuses; Tab alone never leads there, so that nobody accepts what they walk past.
 */
export function SuggestionCard({ suggestion, onDecided }: SuggestionCardProps) {
  const { id, title, reason, shown, status, stale } = suggestion;
  const router = useRouter();
  const card = useRef<HTMLElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const decide = async (decision: SuggestionDecision) => {
    setBusy(true);
    await flushForms();
    const answer = await decideSuggestion(id, decision);
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok && decision !== "refuse") router.refresh();
    if (!answer.ok) return;
    await onDecided(DECIDED[decision]);
    tellChange();
    card.current?.focus();
  };
  const waits = status === "waiting";
  const mayAccept = waits && !stale && !busy;
  return (
    <article
      ref={card}
      className={styles.card}
      aria-label={title}
      tabIndex={-1}
      data-waiting={waits || undefined}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || !waits) return;
        if (event.key === "Tab" && !event.shiftKey && mayAccept) void decide("accept");
        else if (event.key === "Escape") void decide("refuse");
        else return;
        event.preventDefault();
      }}
    >
      <p className={styles.title}>{title}</p>
      <p className={styles.price}>{reason}</p>
      {shown.map((change) => (
        <WordDiff key={`${change.label}:${change.after.length}`} change={change} />
      ))}
      {waits && stale && (
        <p role="status">
          The post has changed since: this can only be refused, and asked for again.
        </p>
      )}
      {waits ? (
        <div className={styles.row}>
          <Button size="compact-sm" disabled={!mayAccept} onClick={() => void decide("accept")}>
            Accept
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={busy}
            onClick={() => void decide("refuse")}
          >
            Refuse
          </Button>
          <span className={styles.keys}>Tab accepts, Esc refuses</span>
        </div>
      ) : (
        <div className={styles.row}>
          <p role="status">{SAYS[status]}</p>
          {status === "accepted" && (
            <Button
              size="compact-sm"
              variant="default"
              disabled={busy}
              onClick={() => void decide("undo")}
            >
              Undo
            </Button>
          )}
        </div>
      )}
      {problem && <ProblemAlert problem={problem} />}
    </article>
  );
}
