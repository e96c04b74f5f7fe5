import { Day } from "@/app/_ui/day";
import type { CapState } from "@/lib/usage/schema";
import { Amount, toAmount } from "./amount";
import styles from "./cap.module.css";
import { CapForm } from "./cap-form";

/** From which part of a cap the page warns. */
const NEAR = 0.8;

/** This month: spent, under way and left, as a bar and in words; and the form for the cap. */
export function CapPanel({ cap }: { cap: CapState }) {
  const { monthlyUsd, zone, spentUsd, pendingUsd, leftUsd, resetsAt } = cap;
  const tone = findTone(cap);
  return (
    <section className={styles.panel} aria-labelledby="cap-title" data-tone={tone}>
      <h2 id="cap-title">This month</h2>
      <dl className={styles.figures}>
        <Figure name="Spent" usd={spentUsd} />
        <Figure name="Set aside for calls under way, at most" usd={pendingUsd} />
        {leftUsd !== null && <Figure name="Left under your cap" usd={leftUsd} />}
      </dl>
      {monthlyUsd !== null && <CapBar cap={cap} monthlyUsd={monthlyUsd} />}
      {tone !== "plain" && (
        <p className={styles.warning} role="status">
          {tone === "reached"
            ? "Your cap is reached: calls that could exceed it are not made. Runs wait, and go on when you raise it."
            : `More than ${NEAR * 100} % of your cap is spent.`}
        </p>
      )}
      <CapForm monthlyUsd={monthlyUsd} zone={zone} />
      <p className={styles.note}>
        {monthlyUsd === null
          ? "Without a cap your keys may spend whatever your posts need."
          : "No call is made that could exceed the cap, whatever it is for."}{" "}
        The month ends on <Day iso={lastMoment(resetsAt)} zone={zone} />, in the time zone {zone}.
      </p>
    </section>
  );
}

function Figure({ name, usd }: { name: string; usd: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Amount usd={usd} />
      </dd>
    </div>
  );
}

function CapBar({ cap, monthlyUsd }: { cap: CapState; monthlyUsd: number }) {
  const share = (usd: number) => (monthlyUsd === 0 ? 100 : Math.min(100, (100 * usd) / monthlyUsd));
  const spent = share(cap.spentUsd);
  const pending = Math.min(100 - spent, share(cap.pendingUsd));
  const words = `${toAmount(cap.spentUsd)} of ${toAmount(monthlyUsd)} spent, ${toAmount(cap.pendingUsd)} set aside`;
  return (
    <svg className={styles.bar} viewBox="0 0 100 4" preserveAspectRatio="none" role="img">
      <title>{words}</title>
      <rect className={styles.track} width="100" height="4" />
      <rect className={styles.spent} width={spent} height="4" />
      <rect className={styles.pending} x={spent} width={pending} height="4" />
    </svg>
  );
}

function findTone({ monthlyUsd, spentUsd, leftUsd }: CapState): "plain" | "near" | "reached" {
  if (monthlyUsd === null || spentUsd < NEAR * monthlyUsd) return "plain";
  return leftUsd === 0 ? "reached" : "near";
}

/** The last one before the month starts again. */
function lastMoment(resetsAt: string): string {
  return new Date(Date.parse(resetsAt) - 1).toISOString();
}
