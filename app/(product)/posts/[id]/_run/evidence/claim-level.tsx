import { AttentionIcon, CheckIcon, CrossIcon } from "@/app/_ui/icons";
import type { Claim, ClaimLevel } from "@/lib/blog/schema";
import styles from "./claims.module.css";

/** What each level is called, and its sign for whoever does not see colours. */
export const LEVEL_NAMES = {
  supported: "Supported by its source",
  unsure: "Not confirmed",
  unsupported: "Not supported by its source",
} as const satisfies Record<ClaimLevel, string>;
const LEVEL_ICONS = {
  supported: CheckIcon,
  unsure: AttentionIcon,
  unsupported: CrossIcon,
} as const satisfies Record<ClaimLevel, typeof CheckIcon>;

/** How well a sentence is borne by what it cites, in a word, with the reason if there is one. */
export function ClaimLevelLine({ claim }: { claim: Pick<Claim, "level" | "reason"> }) {
  const LevelIcon = LEVEL_ICONS[claim.level];
  return (
    <p className={styles.level} data-level={claim.level}>
      <LevelIcon />
      <span>
        <strong>{LEVEL_NAMES[claim.level]}.</strong>
        {claim.reason && <span className={styles.reason}> {claim.reason}</span>}
      </span>
    </p>
  );
}
