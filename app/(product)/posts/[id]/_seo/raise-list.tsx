"use client";
import { Button } from "@mantine/core";
import { useId, useRef, useState } from "react";
import type { SeoFinding } from "@/lib/seo/schema";
import { FixReview } from "./fix-review";
import styles from "./seo.module.css";
import type { ApplyWork } from "./use-apply";

type RaiseListProps = {
  raises: SeoFinding[];
  work: ApplyWork;
  /** Something typed below is not saved yet: no change is applied over it. */
  held: boolean;
};

const FIRST = 5;

/** What would raise the score, most first; where code can mend it, the change and its diff. */
export function RaiseList({ raises, work, held }: RaiseListProps) {
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = all ? raises : raises.slice(0, FIRST);
  const close = () => {
    setOpen(null);
    heading.current?.focus();
  };
  return (
    <div className={styles.part}>
      <h3 ref={heading} tabIndex={-1}>
        What would raise it
      </h3>
      {raises.length === 0 && <p className={styles.note}>Nothing: every check is passed.</p>}
      {held && raises.some(({ fix }) => fix) && !work.readOnly && (
        <p className={styles.note}>Save or discard what you typed below to apply a suggestion.</p>
      )}
      <ol className={styles.raises}>
        {shown.map((finding) => (
          <Raise
            key={finding.id}
            finding={finding}
            open={open === finding.id}
            onToggle={() => setOpen(open === finding.id ? null : finding.id)}
            onClose={close}
            work={work}
            held={held}
          />
        ))}
      </ol>
      {raises.length > FIRST && (
        <Button size="xs" variant="default" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? `Show the first ${FIRST}` : `Show all ${raises.length}`}
        </Button>
      )}
    </div>
  );
}

type RaiseProps = {
  finding: SeoFinding;
  open: boolean;
  onToggle: () => void;
  onClose: () => void;
} & Omit<RaiseListProps, "raises">;

function Raise({ finding, open, onToggle, onClose, work, held }: RaiseProps) {
  const id = useId();
  const { fix, message, raise } = finding;
  return (
    <li className={styles.raise}>
      <span className={styles.points}>
        +{raise}
        <span className="visually-hidden"> points: </span>
      </span>
      <p id={id}>{message}</p>
      {fix && !work.readOnly && (
        <Button
          size="xs"
          variant="default"
          onClick={onToggle}
          aria-expanded={open}
          aria-describedby={id}
          disabled={held || work.busy}
        >
          {open ? "Hide the change" : "Show the change"}
        </Button>
      )}
      {fix && open && !held && <FixReview fix={fix} work={work} onClose={onClose} />}
    </li>
  );
}
