"use client";
import { Button, PasswordInput } from "@mantine/core";
import { useRef, useState } from "react";
import { PasteIcon } from "@/app/_ui/icons";
import { LIMITS } from "@/lib/limits/registry";
import type { ProviderCard } from "@/lib/providers/schema";
import styles from "./api-keys.module.css";

type KeyInputProps = {
  card: ProviderCard;
  value: string;
  invalid: boolean;
  busy: boolean;
  onEdit: (text: string) => void;
  onCheck: () => void;
  onCancel: (() => void) | undefined;
};

const NO_CLIPBOARD =
  "This browser does not let the page read the clipboard. Paste into the field with Ctrl+V or ⌘V.";

/** The field of one key. It has no name, so that no browser can ever send it with the page. */
export function KeyInput({ card, value, invalid, busy, onEdit, onCheck, onCancel }: KeyInputProps) {
  const field = useRef<HTMLInputElement>(null);
  const [note, setNote] = useState<string | null>(null);
  const paste = async () => {
    const text = await readClipboard();
    setNote(text === undefined ? NO_CLIPBOARD : null);
    if (text) onEdit(text.trim());
    field.current?.focus();
  };
  return (
    <>
      <PasswordInput
        ref={field}
        label={`${card.name} key`}
        placeholder={card.placeholder}
        value={value}
        maxLength={LIMITS.keyCharacters + 100}
        error={invalid}
        aria-invalid={invalid}
        disabled={busy}
        onChange={(event) => onEdit(event.currentTarget.value)}
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="off"
        aria-describedby={`${card.id}-outcome`}
        data-1p-ignore
        data-lpignore="true"
        classNames={{ innerInput: styles.code }}
        visibilityToggleButtonProps={{ "aria-label": `Show or hide the ${card.name} key` }}
      />
      <div className={styles.small}>
        <Button
          size="xs"
          variant="default"
          leftSection={<PasteIcon />}
          onClick={paste}
          disabled={busy}
        >
          Paste
        </Button>
        <Button size="xs" variant="default" onClick={onCheck} disabled={busy || !value.trim()}>
          Check
        </Button>
        {onCancel && (
          <Button size="xs" variant="subtle" color="gray" onClick={onCancel} disabled={busy}>
            Keep the saved key
          </Button>
        )}
      </div>
      {note && (
        <p className={styles.note} role="status">
          {note}
        </p>
      )}
    </>
  );
}

async function readClipboard(): Promise<string | undefined> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return undefined;
  }
}
