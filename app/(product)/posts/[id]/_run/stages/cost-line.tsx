import { Money, yourKeys } from "@/app/_ui/money";
import type { Cost } from "@/lib/blog/events/schema";
import styles from "./cost-line.module.css";

type CostLineProps = { cost: Cost; names: Record<string, string>; payers: string[]; live: boolean };

/** "$0.0612 on your Gemini and Exa keys", what each took of it, and what is under way beside it. */
export function CostLine({ cost, names, payers, live }: CostLineProps) {
  const order = Object.keys(names);
  const parts = Object.entries(cost.byProvider).sort(
    ([one], [other]) => order.indexOf(one) - order.indexOf(other),
  );
  const paid = parts.map(([id]) => names[id] ?? id);
  const split = parts.map(([id, usd]) => `${names[id] ?? id} $${usd.toFixed(4)}`).join(", ");
  const { unpriced } = cost;
  const tokens = (unpriced?.inputTokens ?? 0) + (unpriced?.outputTokens ?? 0);
  return (
    <p className={styles.cost} title={split || undefined}>
      <Money usd={cost.totalUsd} />
      {tokens > 0 && ` and ${tokens.toLocaleString("en")} tokens at a price that is not known`}{" "}
      {live && "so far "}on {yourKeys(paid.length > 0 ? paid : payers)}
      {live && cost.pendingUsd !== undefined && (
        <span className={styles.pending}>
          , up to <Money usd={cost.pendingUsd} /> under way
        </span>
      )}
    </p>
  );
}
