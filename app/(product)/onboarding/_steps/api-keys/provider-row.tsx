"use client";
import type { MaskedKey } from "@/lib/keys/schema";
import type { ProviderCard } from "@/lib/providers/schema";
import styles from "./api-keys.module.css";
import { CheckOutcome } from "./check-outcome";
import { KeyInput } from "./key-input";
import type { CheckResult } from "./key-requests";
import { ProviderAbout } from "./provider-about";
import { SavedKey } from "./saved-key";

type ProviderRowProps = {
  card: ProviderCard;
  saved: MaskedKey | undefined;
  /** The key as typed; undefined while nothing is being entered. */
  draft: string | undefined;
  result: CheckResult | undefined;
  busy: "save" | "check" | "delete" | null;
  onEdit: (text: string | undefined) => void;
  onCheck: () => void;
  onCheckSaved: () => void;
  onDelete: () => void;
};

/** A provider: what it is for on the left, its key on the right. */
export function ProviderRow({ card, saved, draft, result, busy, ...on }: ProviderRowProps) {
  const showSaved = saved !== undefined && draft === undefined;
  return (
    <li className={styles.row} data-provider={card.id}>
      <ProviderAbout card={card} hasKey={saved !== undefined} />
      <div className={styles.key}>
        {showSaved ? (
          <SavedKey
            card={card}
            saved={saved}
            busy={busy}
            onCheck={on.onCheckSaved}
            onReplace={() => on.onEdit("")}
            onDelete={on.onDelete}
          />
        ) : (
          <KeyInput
            card={card}
            value={draft ?? ""}
            invalid={result?.status === "invalid"}
            busy={busy !== null}
            onEdit={on.onEdit}
            onCheck={on.onCheck}
            onCancel={saved ? () => on.onEdit(undefined) : undefined}
          />
        )}
        <div aria-live="polite" id={`${card.id}-outcome`}>
          {result && <CheckOutcome result={result} card={card} saved={showSaved} />}
        </div>
        <dl className={styles.facts}>
          <dt>Cost</dt>
          <dd>{card.cost}</dd>
          <dt>Your data</dt>
          <dd>{card.dataUse}</dd>
          <dt>Check</dt>
          <dd>{card.checkNote}</dd>
        </dl>
      </div>
    </li>
  );
}
