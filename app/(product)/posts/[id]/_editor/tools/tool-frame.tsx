"use client";
import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import type { Proposal } from "@/lib/blog/edit/schema";
import type { Post } from "@/lib/blog/schema";
import styles from "../editor.module.css";
import own from "./tools.module.css";
import { useArrival } from "./use-arrival";

/** What every tool is given. */
export type ToolProps = {
  section: { id: string; heading: string; markdown: string };
  /** Saves first: a tool works on what is stored. Null when that failed. */
  save: () => Promise<Post | null>;
  onAccept: (proposal: Proposal) => void;
  onClose: () => void;
};

type ToolFrameProps = {
  label: string;
  /** The last changes could not be saved, so the tool has not begun. */
  unsaved: boolean;
  children: ReactNode;
  /** What else can be done than to close it. */
  actions?: ReactNode;
  closeLabel?: string;
  onClose: () => void;
};

/** The place of a tool below its section, which it opens in view and focused: what it shows, and how it is left. */
export function ToolFrame({ label, unsaved, children, actions, ...close }: ToolFrameProps) {
  const panel = useArrival<HTMLElement>();
  return (
    <section ref={panel} className={styles.proposal} aria-label={label}>
      {children}
      {unsaved && (
        <p role="alert">
          Your last changes must be saved first. The line at the top says why they were not.
        </p>
      )}
      <div className={styles.buttons}>
        {actions}
        <Button variant="default" onClick={close.onClose}>
          {close.closeLabel ?? "Close"}
        </Button>
      </div>
    </section>
  );
}

/** A result that takes the place of the button that was pressed: the keyboard goes on from here. */
export function Arrived({ label, children }: { label: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would make it a form.
    <div ref={place} className={own.arrived} role="group" aria-label={label} tabIndex={-1}>
      {children}
    </div>
  );
}
