"use client";
import { formatCents, yourKeys } from "@/app/_ui/money";
import type { GenerateBody } from "@/lib/blog/schema";
import { estimateCost } from "./estimate-cost";
import styles from "./new-post.module.css";

type EstimateProps = { wordCount: number; research: GenerateBody["research"]; payers: string[] };

/** What the click will cost and whose account pays, said before the click. */
export function Estimate({ wordCount, research, payers }: EstimateProps) {
  return (
    <p className={styles.estimate}>
      About <span className={styles.money}>{formatCents(estimateCost(wordCount, research))}</span>{" "}
      on {yourKeys(payers)}
    </p>
  );
}
