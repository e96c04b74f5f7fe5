"use client";
import { formatCents, yourKeys } from "@/app/_ui/money";
import { FINISH_FACTORS } from "@/lib/blog/posts/schema";
import type { GenerateBody } from "@/lib/blog/schema";
import { SEARCHES, type SearchType } from "@/lib/blog/sources/schema";
import type { WritingModel } from "@/lib/models/schema";
import styles from "./new-post.module.css";
import type { SearchKind } from "./source-options";

/** The kinds of search, and the models of the user's key, the usual one first; or why there are none. */
export type Rates = { searches: SearchKind[]; models: WritingModel[]; problem: string | null };
type EstimateProps = {
  searchType: SearchType;
  wordCount: number;
  finish: keyof typeof FINISH_FACTORS;
  research: GenerateBody["research"];
  /** The id of a model; empty for the usual one. */
  model: string;
  rates: Rates;
  payers: string[];
};

/** What the searches of a post cost, in US dollars. */
export function priceSearches(
  { searches }: Rates,
  { research, searchType }: Pick<EstimateProps, "research" | "searchType">,
): number {
  const perSearch = searches.find(({ value }) => value === searchType)?.usd ?? 0;
  return SEARCHES[research] * perSearch;
}

/** What the click will cost and whose account pays, said before the click. */
export function Estimate({
  wordCount,
  finish,
  searchType,
  model,
  rates,
  payers,
  research,
}: EstimateProps) {
  const { models } = rates;
  const writer = models.find(({ id }) => id === model) ?? (model === "" ? models[0] : undefined);
  const search = priceSearches(rates, { research, searchType });
  if (!writer || writer.perWordUsd === null)
    return (
      <p className={styles.estimate}>
        About <span className={styles.money}>{formatCents(search)}</span> for the searches, and what{" "}
        {writer?.name ?? "the model"} costs, which is not known, on {yourKeys(payers)}
      </p>
    );
  const usd = search + wordCount * writer.perWordUsd * FINISH_FACTORS[finish];
  return (
    <p className={styles.estimate}>
      About <span className={styles.money}>{formatCents(usd)}</span> on {yourKeys(payers)}
    </p>
  );
}
