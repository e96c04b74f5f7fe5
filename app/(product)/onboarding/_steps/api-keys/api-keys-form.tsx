"use client";
import { Button } from "@mantine/core";
import type { SyntheticEvent } from "react";
import { focusFirstError } from "@/app/_ui/focus-first-error";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import type { MaskedKey } from "@/lib/keys/schema";
import type { ProviderCard } from "@/lib/providers/schema";
import styles from "./api-keys.module.css";
import { filledDrafts } from "./drafts";
import { ProviderRow } from "./provider-row";
import { useKeyForm, type Work } from "./use-key-form";

type ApiKeysFormProps = { cards: ProviderCard[]; initialKeys: MaskedKey[] };

/** One row per provider; the keys that are filled in are checked or saved together. */
export function ApiKeysForm({ cards, initialKeys }: ApiKeysFormProps) {
  const names = Object.fromEntries(cards.map((card) => [card.id, card.name]));
  const form = useKeyForm(initialKeys, names);
  const filled = Object.keys(filledDrafts(form.drafts)).length;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const fields = event.currentTarget;
    if (filled > 0 && !form.work) void form.save().then(() => focusFirstError(fields));
  };
  return (
    <form method="post" onSubmit={submit} autoComplete="off" noValidate>
      <ul className={styles.rows}>
        {cards.map((card) => (
          <ProviderRow
            key={card.id}
            card={card}
            saved={form.keys.find((key) => key.provider === card.id)}
            draft={form.drafts[card.id]}
            result={form.results[card.id]}
            busy={form.work?.providers.includes(card.id) ? form.work.kind : null}
            onEdit={(text) => form.edit(card.id, text)}
            onCheck={() => void form.check(card.id)}
            onCheckSaved={() => void form.checkSaved(card.id)}
            onDelete={() => void form.remove(card.id)}
          />
        ))}
      </ul>
      {form.problem && (
        <div className={styles.problem}>
          <ProblemAlert problem={form.problem} />
        </div>
      )}
      <div className={styles.buttons}>
        <Button type="submit" disabled={filled === 0} loading={form.work?.kind === "save"}>
          {filled > 1 ? `Save ${filled} keys` : "Save key"}
        </Button>
        <Button
          variant="default"
          disabled={filled === 0}
          loading={form.work?.kind === "check" && filled > 0}
          onClick={() => void form.check()}
        >
          Check all
        </Button>
        <p className={styles.progress} aria-live="polite">
          {describeWork(form.work, filled)}
        </p>
      </div>
    </form>
  );
}

function describeWork(work: Work, filled: number): string {
  if (work?.kind === "save") return "Asking each provider, then saving…";
  if (work?.kind === "check")
    return filled > 0
      ? "Asking each provider; nothing is saved…"
      : "Asking the provider about the saved key…";
  if (work?.kind === "delete") return "Deleting…";
  return filled > 0 ? "Saving checks every key first. If one is rejected, none is saved." : "";
}
