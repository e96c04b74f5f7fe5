import type { Claim, PostDocument } from "@/lib/blog/schema";
import { cutText } from "@/lib/text/cut-text";
import run from "../page-columns.module.css";
import { ClaimLevelLine } from "./claim-level";
import styles from "./claims.module.css";
import evidence from "./evidence-panel.module.css";

/** So many are shown at once; the others are folded away. */
const FIRST = 8;
type FoundClaim = Claim & { key: string; sectionId: string };

/** The sentences that their sources do not bear, or that nobody could confirm: the worst first. */
export function ClaimsToCheck({ document }: { document: PostDocument }) {
  const claims = document.verdicts.flatMap(({ sectionId, claims: found }) =>
    found.map((claim, index) => ({ key: `${sectionId} ${index}`, sectionId, ...claim })),
  );
  if (claims.length === 0) return null;
  const open = claims
    .filter(({ level }) => level !== "supported")
    .sort((one, other) => rank(one) - rank(other));
  return (
    <>
      <h2 className={run.railTitle}>
        Sentences to look at{" "}
        {open.length > 0 && <span className={evidence.number}>{open.length}</span>}
      </h2>
      {open.length === 0 && (
        <p className={evidence.none}>
          None. Every sentence that cites is supported by its source ({claims.length} checked).
        </p>
      )}
      <Claims claims={open.slice(0, FIRST)} />
      {open.length > FIRST && (
        <details className={styles.others}>
          <summary>{open.length - FIRST} more</summary>
          <Claims claims={open.slice(FIRST)} />
        </details>
      )}
    </>
  );
}

function Claims({ claims }: { claims: FoundClaim[] }) {
  return (
    <ul className={styles.claims}>
      {claims.map((claim) => (
        <li key={claim.key} className={styles.claim}>
          <a href={`#${claim.sectionId}`}>{shorten(claim.text)}</a>
          <ClaimLevelLine claim={claim} />
        </li>
      ))}
    </ul>
  );
}

function rank({ level }: Claim): number {
  return level === "unsupported" ? 0 : 1;
}

/** As much of a sentence as tells which one it is. */
function shorten(text: string): string {
  const plain = text.replaceAll("`", "");
  return plain.length > 110 ? `${cutText(plain, 109).trimEnd()}…` : plain;
}
