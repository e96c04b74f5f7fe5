import { type SetupStage, setupStage } from "@/lib/onboarding/setup/schema";

/** What the stages of a setup cost about together, in US dollars; null where the price of one is not known. */
export function sumEstimates(estimates: Record<SetupStage, number | null>): number | null {
  let sum = 0;
  for (const stage of setupStage.options) {
    const usd = estimates[stage];
    if (usd === null) return null;
    sum += usd;
  }
  return sum;
}
