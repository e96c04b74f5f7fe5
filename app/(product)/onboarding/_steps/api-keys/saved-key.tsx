"use client";
import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ReactNode } from "react";
import { When } from "@/app/_ui/when";
import type { MaskedKey } from "@/lib/keys/schema";
import type { ProviderCard } from "@/lib/providers/schema";
import styles from "./api-keys.module.css";
import { DeleteKeyDialog } from "./delete-key-dialog";
import { KeyReason } from "./key-reason";
import { ShellNote } from "./shell-note";
import { STATUS_TEXT } from "./status-text";

type SavedKeyProps = {
  card: ProviderCard;
  saved: MaskedKey;
  busy: "save" | "check" | "delete" | null;
  onCheck: () => void;
  onReplace: () => void;
  onDelete: () => void;
};

/** A saved key: its mask, its state, its history in three moments, and what can be done with it here. */
export function SavedKey({ card, saved, busy, onCheck, onReplace, onDelete }: SavedKeyProps) {
  const [asking, dialog] = useDisclosure(false);
  const ofShell = saved.source === "shell";
  return (
    <>
      <div className={styles.saved}>
        <code className={styles.mask}>{saved.masked}</code>
        <span className={styles.status} data-status={saved.status}>
          {ofShell && saved.status === "invalid" ? "Rejected" : STATUS_TEXT[saved.status]}
        </span>
      </div>
      <p className={styles.history}>
        <span>{describePlace(saved)}</span>
        <span>
          {saved.checkedAt ? (
            <>
              Checked <When iso={saved.checkedAt} />
            </>
          ) : (
            "Not checked yet"
          )}
        </span>
        <span>
          {saved.lastUsedAt ? (
            <>
              Used <When iso={saved.lastUsedAt} />
            </>
          ) : (
            "Never used"
          )}
        </span>
      </p>
      {saved.status === "invalid" && <KeyReason card={card} problem={saved.problem} />}
      {saved.variable && <ShellNote variable={saved.variable} />}
      <div className={styles.small}>
        {(ofShell || saved.status !== "invalid") && (
          <Button
            size="xs"
            variant="default"
            onClick={onCheck}
            loading={busy === "check"}
            disabled={busy !== null}
          >
            Check<span className="visually-hidden"> the saved {card.name} key</span>
          </Button>
        )}
        {!ofShell && (
          <>
            <Button size="xs" variant="default" onClick={onReplace} disabled={busy !== null}>
              Replace<span className="visually-hidden"> the {card.name} key</span>…
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={dialog.open}
              loading={busy === "delete"}
              disabled={busy !== null}
            >
              Delete<span className="visually-hidden"> the {card.name} key</span>…
            </Button>
          </>
        )}
      </div>
      <DeleteKeyDialog
        card={card}
        opened={asking}
        onClose={dialog.close}
        onConfirm={() => {
          dialog.close();
          onDelete();
        }}
      />
    </>
  );
}

function describePlace({ savedAt, source, variable }: MaskedKey): ReactNode {
  if (source === "shell") return <>From the shell: {variable}</>;
  if (!savedAt) return "In .env.local";
  return (
    <>
      Saved <When iso={savedAt} />
    </>
  );
}
