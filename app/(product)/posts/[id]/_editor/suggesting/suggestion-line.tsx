"use client";
import { useEffect, useRef } from "react";
import { FixLink } from "@/app/_ui/fix-link";
import type { Problem } from "@/app/_ui/messages/problem";
import { formatUsd, yourKeys } from "@/app/_ui/money";
import type { Ghost } from "./ghost";
import { readGhost } from "./ghost-text";
import styles from "./suggestion.module.css";
import type { Refusal, Suggestion } from "./use-suggestion";

const REFUSALS = {
  nothing: "The sources of this post say nothing new that goes on from here.",
  unsaved: "This section must be saved first. The line at the top says why it was not.",
  elsewhere: "Suggestions go into paragraphs: put the cursor into one.",
} satisfies Record<Refusal, string>;

/** Beneath the text of a section: what a suggestion rests on, or why there is none. */
export function SuggestionLine({ suggestion }: { suggestion: Suggestion }) {
  const { ghost, running, problem, refusal, costUsd } = suggestion;
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (ghost) line.current?.scrollIntoView({ block: "nearest" });
  }, [ghost]);
  return (
    <div ref={line} className={styles.line} data-suggestion>
      {running && <p className={styles.running}>Looking in your sources…</p>}
      <div role="status">
        {ghost && <p className="visually-hidden">{describeGhost(ghost)}</p>}
        {!running && problem && <ProblemLine problem={problem} />}
        {!running && !problem && refusal && <p>{REFUSALS[refusal]}</p>}
      </div>
      {!running && problem && <LineButton name="Ask again" onClick={suggestion.askAgain} />}
      {ghost && (
        <div className={styles.offer}>
          <SourceNames ghost={ghost} />
          <p className={styles.actions}>
            <LineButton name="Take it" keys="Tab" onClick={suggestion.take} />
            <LineButton name="Drop it" keys="Esc" onClick={suggestion.drop} />
            {costUsd !== null && (
              <span>
                {formatUsd(costUsd)} on {yourKeys(["Gemini"])}
              </span>
            )}
          </p>
        </div>
      )}
    </div>
  );
}

function describeGhost(ghost: Ghost): string {
  return `Suggestion: ${readGhost(ghost).replace(/[.!?]$/, "")}. Tab takes it, Escape drops it.`;
}

/** What went wrong in a sentence, and where it is mended. */
function ProblemLine({ problem: { title, detail, fixUrl } }: { problem: Problem }) {
  return (
    <p className={styles.problem}>
      No suggestion: {title}. {detail.replace(`${title}. `, "")}{" "}
      {fixUrl && <FixLink url={fixUrl} />}
    </p>
  );
}

function SourceNames({ ghost: { citations } }: { ghost: Ghost }) {
  return (
    <ul className={styles.sources} aria-label="Sources of the suggestion">
      {citations.map(({ passageId, number, title, url }) => (
        <li key={passageId}>
          <span className={styles.number}>{number}</span> {title}
          {url ? ` (${new URL(url).hostname})` : " (your own notes)"}
        </li>
      ))}
    </ul>
  );
}

type LineButtonProps = { name: string; keys?: string; onClick: () => void };

/** Leaves the cursor where it is. */
function LineButton({ name, keys, onClick }: LineButtonProps) {
  return (
    <button
      type="button"
      className={styles.button}
      data-keys={keys}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      {name}
    </button>
  );
}
