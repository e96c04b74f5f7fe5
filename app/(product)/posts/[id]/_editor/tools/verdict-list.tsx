"use client";
import { Button } from "@mantine/core";
import type { ClaimLevel, Verdict } from "@/lib/blog/schema";
import styles from "./verdict-list.module.css";

const LEVELS = {
  supported: "Its source says so",
  unsure: "Not certain",
  unsupported: "Its source does not say this",
} satisfies Record<ClaimLevel, string>;

type VerdictListProps = {
  verdict: Verdict;
  /** A sentence should be looked for anew. */
  onSearch: (sentence: string) => void;
};

/** What a check has found: the doubtful sentences, each with a search that may bear it out or correct it. */
export function VerdictList({ verdict, onSearch }: VerdictListProps) {
  const { claims } = verdict;
  const doubtful = claims.filter(({ level }) => level !== "supported");
  if (claims.length === 0) return <p role="status">No sentence here cites a source.</p>;
  return (
    <div role="status">
      <p>
        {claims.length - doubtful.length} of {claims.length} cited sentences are what their sources
        say.
      </p>
      <ul className={styles.claims}>
        {doubtful.map(({ text, level, reason, quote }) => (
          <li key={text} data-level={level}>
            <strong>{LEVELS[level]}:</strong> {text} {reason}
            {quote && <q>{quote}</q>}
            <Button
              size="compact-sm"
              variant="default"
              className={styles.search}
              onClick={() => onSearch(text)}
            >
              Search for it…<span className="visually-hidden"> {text}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
