"use client";
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import { useCompleteStep } from "./use-complete-step";

type FinishButtonProps = {
  className?: string | undefined;
  /** What may be done instead. */
  children?: ReactNode;
};

/** Finishes the wizard, wherever that is offered. */
export function FinishButton({ className, children }: FinishButtonProps) {
  const { complete, busy, problem } = useCompleteStep("finish");
  return (
    <>
      {problem && <ProblemAlert problem={problem} />}
      <div className={className}>
        <Button onClick={() => void complete({})} loading={busy}>
          Finish and open the writer
        </Button>
        {children}
      </div>
    </>
  );
}
