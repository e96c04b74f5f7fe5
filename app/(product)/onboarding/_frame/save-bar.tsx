"use client";
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { ActionBar } from "@/app/_ui/action-bar";
import type { Problem } from "@/app/_ui/messages/problem";

type SaveBarProps = {
  step: { busy: boolean; problem: Problem | null };
  disabled: boolean;
  /** Whether there is something to save: until then the step has another first thing to do. */
  filled: boolean;
  /** For a step without a form; else the form is sent. */
  onSave?: () => void;
  /** Why it cannot be saved. */
  children?: ReactNode;
};

/** The button that saves a step, in view once there is something to save, and what stood in its way. */
export function SaveBar({ step, disabled, filled, onSave, children }: SaveBarProps) {
  return (
    <ActionBar problem={step.problem} still={!filled}>
      <Button
        type={onSave ? "button" : "submit"}
        loading={step.busy}
        disabled={disabled}
        onClick={onSave}
      >
        Save and continue
      </Button>
      {children}
    </ActionBar>
  );
}
