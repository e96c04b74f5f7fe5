"use client";
import { Button, Modal } from "@mantine/core";
import type { ProviderCard } from "@/lib/providers/schema";
import styles from "./api-keys.module.css";

type DeleteKeyDialogProps = {
  card: ProviderCard;
  opened: boolean;
  onClose: () => void;
  onConfirm: () => void;
};

/** Asks once more, and says what stops working. */
export function DeleteKeyDialog({ card, opened, onClose, onConfirm }: DeleteKeyDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Delete the ${card.name} key?`}
      centered
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <p>
        {card.required
          ? "No post can be written until you save another one. A post that is being written stops at its next call."
          : "What needs it is switched off until you save another one. Posts are not affected."}{" "}
        The key itself stays valid at {card.name} until you delete it there.
      </p>
      <div className={styles.buttons}>
        <Button color="bad" onClick={onConfirm}>
          Delete the key
        </Button>
        <Button variant="default" onClick={onClose} data-autofocus>
          Keep it
        </Button>
      </div>
    </Modal>
  );
}
