"use client";
import { formatCents, yourKeys } from "@/app/_ui/money";
import { type GenerateBody, SEARCHES } from "@/lib/blog/schema";
import styles from "./new-post.module.css";

/** US dollars for one search, and for one finished word by model, the default one first. */
export type Rates = { perSearchUsd: number; models: { id: string; perWordUsd: number }[] };
type EstimateProps = {
  wordCount: number;
  research: GenerateBody["research"];
  /** Empty for the default one. */
  model: string;
  rates: Rates;
  payers: string[];
};

/** What the click will cost and whose account pays, said before the click. */
export function Estimate({ wordCount, research, model, rates, payers }: EstimateProps) {
  const { perSearchUsd, models } = rates;
  const perWordUsd = (models.find(({ id }) => id === model) ?? models[0])?.perWordUsd ?? 0;
  const usd = SEARCHES[research] * perSearchUsd + wordCount * perWordUsd;
  return (
    <p className={styles.estimate}>
      About <span className={styles.money}>{formatCents(usd)}</span> on {yourKeys(payers)}
    </p>
  );
}
