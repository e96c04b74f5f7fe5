"use client";
import { Button, Modal, Radio, Stack } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Problem } from "@/app/_ui/messages/problem";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import { describeEstimate, yourKeys } from "@/app/_ui/money";
import { useReturnFocus } from "@/app/_ui/use-return-focus";
import { PHASES, type Phase } from "@/lib/blog/phases/schema";
import { goBack } from "../../_library/post-requests";
import styles from "./go-back.module.css";

type GoBackDialogProps = {
  postId: string;
  /** What writing the post again costs, in US dollars; null without a price. */
  estimateUsd: number | null;
  payers: string[];
  onClose: () => void;
};

/** The phases of a written post: what each keeps and what it makes anew, said before anything is. */
export function GoBackDialog({ postId, estimateUsd, payers, onClose }: GoBackDialogProps) {
  const router = useRouter();
  useReturnFocus();
  const [phase, setPhase] = useState<Phase>("sections");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { label, keeps, changes } = PHASES[phase];
  const start = async () => {
    setBusy(true);
    setProblem(null);
    const answer = await goBack(postId, phase);
    if (answer.ok) return router.push(`/posts/${answer.value.id}`);
    setBusy(false);
    setProblem(answer.problem);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title="Go back to a phase"
      centered
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <p>
        A copy goes on from there. This post stays as it is, with its versions and where it is
        published.
      </p>
      <Radio.Group
        className={styles.phases}
        label="From which phase?"
        value={phase}
        onChange={(value) => setPhase(isPhase(value) ? value : "sections")}
      >
        <Stack gap="xs" mt="xs">
          {Object.entries(PHASES).map(([value, one]) => (
            <Radio key={value} value={value} label={one.label} />
          ))}
        </Stack>
      </Radio.Group>
      <dl className={styles.facts} aria-live="polite">
        <dt>Kept</dt>
        <dd>{keeps}</dd>
        <dt>Made anew</dt>
        <dd>{changes}</dd>
        <dt>Price</dt>
        <dd>
          {describeEstimate(estimateUsd)} for the writing
          {phase === "search" && ", and what its searches cost,"} on {yourKeys(payers)}
        </dd>
      </dl>
      {problem && <ProblemAlert problem={problem} fixLabel="Open API keys" />}
      <div className={styles.buttons}>
        <Button loading={busy} onClick={() => void start()}>
          Go on from {label.toLowerCase()}
        </Button>
        <Button variant="default" disabled={busy} onClick={onClose}>
          Keep it as it is
        </Button>
      </div>
    </Modal>
  );
}

function isPhase(value: string): value is Phase {
  return Object.hasOwn(PHASES, value);
}
