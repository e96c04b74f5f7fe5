"use client";
import type { MouseEvent } from "react";
import { AttentionIcon, CheckIcon } from "@/app/_ui/icons";
import { notePhases, type PhaseState, type ShownPhase } from "./describe-phases";
import styles from "./phase-nav.module.css";

type PhaseNavProps = { phases: ShownPhase[]; onPublish: () => void };

const SIGNS = { done: <CheckIcon />, look: <AttentionIcon />, open: null, closed: null };
const WORDS = {
  done: "done",
  look: "has something to look at",
  open: "can be done now",
  closed: "not yet",
} as const satisfies Record<PhaseState, string>;

/** The phases of a post at rest: how far each has come, and the way to its part of the page. */
export function PhaseNav({ phases, onPublish }: PhaseNavProps) {
  const note = notePhases(phases);
  return (
    <nav className={styles.nav} aria-label="Phases">
      <ol className={styles.phases}>
        {phases.map((phase) => (
          <li key={phase.name} className={styles.item} data-state={phase.state}>
            <PhaseWay phase={phase} onPublish={onPublish} />
          </li>
        ))}
      </ol>
      {note && (
        <p className={styles.note} aria-hidden="true">
          {note}
        </p>
      )}
    </nav>
  );
}

type PhaseWayProps = { phase: ShownPhase; onPublish: () => void };

function PhaseWay({ phase, onPublish }: PhaseWayProps) {
  const { state, target } = phase;
  if (state === "closed")
    return (
      <span className={styles.way}>
        <PhaseText phase={phase} />
      </span>
    );
  if (target === null)
    return (
      <button type="button" className={styles.way} aria-haspopup="dialog" onClick={onPublish}>
        <PhaseText phase={phase} />
      </button>
    );
  return (
    <a className={styles.way} href={`#${target}`} onClick={stayIfShown}>
      <PhaseText phase={phase} />
    </a>
  );
}

function PhaseText({ phase: { name, short, state, says } }: { phase: ShownPhase }) {
  return (
    <>
      <span className={styles.dot} aria-hidden="true">
        {SIGNS[state]}
      </span>
      <span>
        {short ? (
          <>
            <span className={styles.long}>{name}</span>
            <span className={styles.short} aria-hidden="true">
              {short}
            </span>
          </>
        ) : (
          name
        )}
        <span className="visually-hidden"> ({WORDS[state]}): </span>
        <span className={styles.says}>{says}</span>
      </span>
    </>
  );
}

/** A part that is in view, as beside the text on a wide page, takes the focus; the page does not jump. */
function stayIfShown(event: MouseEvent<HTMLAnchorElement>): void {
  const part = document.querySelector<HTMLElement>(event.currentTarget.hash);
  const { top, height } = part?.getBoundingClientRect() ?? { top: 0, height: 0 };
  if (!part || height === 0 || top < 0 || top > window.innerHeight / 2) return;
  event.preventDefault();
  part.focus({ preventScroll: true });
}
