import { Day } from "@/app/_ui/day";
import type { UsageRange, UsageTotals } from "@/lib/usage/schema";
import { Amount, toAmount } from "./amount";
import styles from "./usage.module.css";

type TotalsProps = { totals: UsageTotals; range: UsageRange };

/** The range in one sentence, and what its sum leaves out. */
export function Totals({ totals, range }: TotalsProps) {
  const { costUsd, calls, unpricedCalls, estimatedCalls, pendingUsd } = totals;
  if (calls === 0)
    return (
      <p className={styles.empty}>
        No call was made from <Day iso={range.from} /> to <Day iso={range.to} />. Check a key, or
        write a post, and it stands here at once.
      </p>
    );
  return (
    <div className={styles.totals}>
      <p className={styles.sum}>
        <Amount usd={costUsd} /> for {count(calls, "call")} from <Day iso={range.from} /> to{" "}
        <Day iso={range.to} />
      </p>
      <ul className={styles.asides}>
        {pendingUsd > 0 && (
          <li>Up to {toAmount(pendingUsd)} more is under way, and not in the sum.</li>
        )}
        {unpricedCalls > 0 && (
          <li>{count(unpricedCalls, "call")} of a model without a price: no sum can hold them.</li>
        )}
        {estimatedCalls > 0 && (
          <li>
            {count(estimatedCalls, "call")} ended before the provider said what was billed:
            estimated.
          </li>
        )}
      </ul>
    </div>
  );
}

function count(number: number, word: string): string {
  return `${number.toLocaleString("en-US")} ${word}${number === 1 ? "" : "s"}`;
}
