"use client";
import { formatCents, yourKeys } from "@/app/_ui/money";
import { type GenerateBody, SEARCHES } from "@/lib/blog/schema";
import styles from "./new-post.module.css";

/** A model that can write: its name, what it is good for, and US dollars for one finished word. */
export type ModelChoice = { id: string; name: string; fits: string; perWordUsd: number };
/** US dollars for one search, and the models, the usual one first. */
export type Rates = { perSearchUsd: number; models: ModelChoice[] };
type EstimateProps = {
  wordCount: number;
  research: GenerateBody["research"];
  /** The id of a model; empty for the usual one. */
  model: string;
  rates: Rates;
  payers: string[];
};

/** What the click will cost and whose account pays, said before the click. */
export function Estimate({ wordCount, research, model, rates, payers }: EstimateProps) {
  const { perSearchUsd, models } = rates;
  const writer = models.find(({ id }) => id === model) ?? models[0];
  const usd = SEARCHES[research] * perSearchUsd + wordCount * (writer?.perWordUsd ?? 0);
  return (
    <p className={styles.estimate}>
      About <span className={styles.money}>{formatCents(usd)}</span> on {yourKeys(payers)}
    </p>
  );
}
