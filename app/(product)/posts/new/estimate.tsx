"use client";
import { formatCents, yourKeys } from "@/app/_ui/money";
import { type GenerateBody, SEARCHES } from "@/lib/blog/schema";
import styles from "./new-post.module.css";

/** US dollars for one search and for one finished word. */
export type Rates = { perSearchUsd: number; perWordUsd: number };
type EstimateProps = {
  wordCount: number;
  research: GenerateBody["research"];
  rates: Rates;
  payers: string[];
};

/** What the click will cost and whose account pays, said before the click. */
export function Estimate({ wordCount, research, rates, payers }: EstimateProps) {
  const usd = SEARCHES[research] * rates.perSearchUsd + wordCount * rates.perWordUsd;
  return (
    <p className={styles.estimate}>
      About <span className={styles.money}>{formatCents(usd)}</span> on {yourKeys(payers)}
    </p>
  );
}
