import { FixLink } from "@/app/_ui/fix-link";
import { errorRow, isErrorCode } from "@/lib/errors";
import type { ProviderCard } from "@/lib/providers/schema";
import styles from "./api-keys.module.css";

/** Why a saved key is refused, and where that is mended. */
export function KeyReason({ card, problem }: { card: ProviderCard; problem: string | null }) {
  const known = problem && problem !== "key_rejected" && isErrorCode(problem);
  const row = known ? errorRow(problem) : undefined;
  const fixUrl = row?.fixUrl?.startsWith("https:") ? row.fixUrl : card.keyUrl;
  return (
    <p className={styles.reason}>
      {row
        ? `${row.title}. ${row.detail}`
        : `${card.name} no longer accepts this key. Create a new one.`}{" "}
      <FixLink url={fixUrl} />
    </p>
  );
}
