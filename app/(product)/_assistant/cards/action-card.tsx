"use client";
import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import type { Problem } from "@/app/_ui/messages/problem";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import { formatUsd } from "@/app/_ui/money";
import { type ActionDecision, ESTIMATED_ACTIONS, type PendingAction } from "@/lib/copilot/schema";
import { errorRow, isErrorCode } from "@/lib/errors";
import { decideAction } from "../assistant-requests";
import styles from "./cards.module.css";

type ActionCardProps = { action: PendingAction; onDecided: () => void | Promise<void> };
const SAYS = { running: "Being done…", done: "Done.", refused: "Refused.", failed: "Not done." };

/** What waits for a click: what it does, what it costs, and the two answers. */
export function ActionCard({ action, onDecided }: ActionCardProps) {
  const { id, name, title, priceUsd, costUsd, status, link, problem } = action;
  const card = useRef<HTMLElement>(null);
  const [busy, setBusy] = useState<ActionDecision>();
  const [refused, setRefused] = useState<Problem>();
  const decide = async (decision: ActionDecision) => {
    setBusy(decision);
    const answer = await decideAction(id, decision);
    setBusy(undefined);
    if (!answer.ok) setRefused(answer.problem);
    card.current?.focus();
    await onDecided();
  };
  return (
    <article
      ref={card}
      className={styles.card}
      aria-label={title}
      tabIndex={-1}
      data-waiting={status === "waiting" || undefined}
    >
      <p className={styles.title}>{title}</p>
      <p className={styles.price}>{describePrice(name, priceUsd)}</p>
      {status === "waiting" ? (
        <div className={styles.row}>
          <Button
            size="compact-sm"
            loading={busy === "confirm"}
            disabled={busy !== undefined}
            onClick={() => void decide("confirm")}
          >
            Confirm
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={busy !== undefined}
            onClick={() => void decide("refuse")}
          >
            Refuse
          </Button>
        </div>
      ) : (
        <p role="status">
          {SAYS[status]} {costUsd > 0 && `It cost ${formatUsd(costUsd)}. `}
          {problem && isErrorCode(problem) ? errorRow(problem).title : ""}{" "}
          {link && <a href={link.href}>{link.label}</a>}
        </p>
      )}
      {refused && <ProblemAlert problem={refused} />}
    </article>
  );
}

function describePrice(name: string, usd: number | null): string {
  if (usd === null) return "What it costs is not known: your model has no price here.";
  if (usd === 0) return "It costs nothing.";
  if (ESTIMATED_ACTIONS.includes(name)) return `About ${formatUsd(usd)} on your keys.`;
  return `At most ${formatUsd(usd)} a call, on your keys.`;
}
