/**
 * Money spent so far, in US dollars, by provider id. `unpriced` are the tokens of models without a
 * known price: what they cost is in no sum. Calls under way may add `pendingUsd` at most.
 */
export type Cost = {
  totalUsd: number;
  byProvider: Record<string, number>;
  pendingUsd?: number;
  unpriced?: { inputTokens: number; outputTokens: number };
};
/** The model that writes in place of the one that was wanted; `reason` is a code of `lib/errors.ts`. */
export type WriterChange = { model: string; insteadOf: string; reason: string };
/** An error as an event carries it; `code` is a code of `lib/errors.ts`. */
export type RunProblem = {
  code: string;
  provider?: string;
  retryAfter?: number;
  /** What is left of a cap and when it starts again, where one was reached. */
  detail?: string;
  /** Whose cap it is. */
  cap?: "month" | "post";
};
