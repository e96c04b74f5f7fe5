"use client";
import { Button, Modal } from "@mantine/core";
import { useReturnFocus } from "@/app/_ui/use-return-focus";
import { DiffText } from "../diff/diff-text";
import styles from "../editor.module.css";
import { type Draft, toText } from "./draft";

const LEGEND = { removed: "is what the other one says", added: "is what yours says" };

type ConflictDialogProps = {
  title: string;
  explanation: string;
  mine: Draft;
  theirs: Draft;
  mineLabel: string;
  theirsLabel: string;
  onMine: () => void;
  onTheirs: () => void;
};

/** Two texts that cannot both be the newest: their difference, and the choice. Neither goes by itself. */
export function ConflictDialog({
  title,
  explanation,
  mine,
  theirs,
  ...choice
}: ConflictDialogProps) {
  useReturnFocus();
  return (
    <Modal
      opened
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={title}
      size="xl"
      centered
    >
      <p>{explanation}</p>
      <DiffText
        before={toText(theirs)}
        after={toText(mine)}
        label="The difference"
        legend={LEGEND}
      />
      <div className={styles.buttons}>
        <Button onClick={choice.onMine}>{choice.mineLabel}</Button>
        <Button variant="default" onClick={choice.onTheirs}>
          {choice.theirsLabel}
        </Button>
      </div>
    </Modal>
  );
}
