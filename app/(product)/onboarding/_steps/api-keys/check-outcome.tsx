"use client";
import type { ReactNode } from "react";
import { FixLink } from "@/app/_ui/fix-link";
import { AttentionIcon, CheckIcon, CrossIcon } from "@/app/_ui/icons";
import { errorRow, isErrorCode } from "@/lib/errors";
import type { KeyStatus, ProviderCard } from "@/lib/providers/schema";
import styles from "./api-keys.module.css";
import type { CheckResult } from "./key-requests";

const ICONS = {
  valid: <CheckIcon />,
  invalid: <CrossIcon />,
  unknown: <AttentionIcon />,
} satisfies Record<KeyStatus, ReactNode>;

type CheckOutcomeProps = {
  result: CheckResult;
  card: ProviderCard;
  /** It is of the key that is saved, not of one that is being entered. */
  saved: boolean;
};

/** What the live check found: accepted, rejected with the way out, or not verified. */
export function CheckOutcome({ result, card, saved }: CheckOutcomeProps) {
  const fixUrl = findFixUrl(result, card);
  const tone = result.code && result.status === "valid" ? "unknown" : result.status;
  return (
    <div className={styles.outcome} data-status={tone}>
      {ICONS[tone]}
      <p>
        {describe(result, card.name, saved)} {fixUrl && <FixLink url={fixUrl} />}
      </p>
    </div>
  );
}

function describe(result: CheckResult, name: string, saved: boolean): string {
  const told = result.code ? undefined : result.detail?.replace(/ at https:\S+?\.?$/, ".");
  const reason = told ?? explain(result.code);
  if (result.status === "valid" && reason)
    return `${name} accepts this key, but will not serve it yet. ${reason}`;
  if (result.status === "valid")
    return `${name} accepts this key.${saved ? "" : " Save it to use it."}`;
  if (result.status === "invalid") return reason ?? `${name} rejected this key. Create a new one.`;
  const next = saved
    ? "The key stays as it is."
    : "You can save the key: it stays unverified and is checked again on first use.";
  return `${reason ?? `${name} could not be reached.`} ${next}`;
}

/** Codes of which the provider's own name says more, and which speak of a key that is in use. */
const PLAIN = ["provider_unreachable", "key_rejected"];

/** The sentence of a code; nothing where the outcome itself says it. */
function explain(code: string | undefined): string | undefined {
  if (!code || !isErrorCode(code) || PLAIN.includes(code)) return undefined;
  const { title, detail } = errorRow(code);
  return `${title}. ${detail}`;
}

/** Where to mend it: the console that the code names, or for a rejected key the page where keys are made. */
function findFixUrl({ code, status }: CheckResult, card: ProviderCard): string | undefined {
  const url = code && isErrorCode(code) ? errorRow(code).fixUrl : undefined;
  if (url?.startsWith("https:")) return url;
  return status === "invalid" ? card.keyUrl : undefined;
}
