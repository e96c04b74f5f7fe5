import { z } from "zod";
import { LIMITS } from "../limits/registry";
import { timeZone } from "../settings/schema";

/** What the calls of a range can be summed by. */
export const GROUPINGS = ["day", "post", "provider", "model", "key", "operation"] as const;
export type Grouping = (typeof GROUPINGS)[number];

const MOST_CAP = LIMITS.monthlyCapUsd;
const ANY_CAP = `Give a sum in dollars from 0 to ${MOST_CAP.toLocaleString("en-US")}, such as 5, or null for no cap.`;
const day = z.iso.date("Give a day as YYYY-MM-DD.");

/** The query of the usage routes: days in the zone, both inclusive. */
export const usageQuery = z
  .strictObject({
    from: day,
    to: day,
    zone: timeZone,
    by: z.enum(GROUPINGS),
    cursor: z.string().max(200),
  })
  .partial();
export type UsageQuery = z.infer<typeof usageQuery>;

/** Days in a zone, both inclusive, at most three years of them. */
export const usageRange = z
  .strictObject({ from: day, to: day, zone: timeZone })
  .refine(({ from, to }) => from <= to, {
    path: ["to"],
    message: "Give a day that is not before `from`.",
  })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < LIMITS.usageDays * 86_400_000, {
    path: ["from"],
    message: `Give at most ${LIMITS.usageDays} days.`,
  });
export type UsageRange = z.infer<typeof usageRange>;

/** Body of `PUT /api/usage/cap`: US dollars a calendar month in the zone; null is no cap. */
export const capBody = z.strictObject({
  monthlyUsd: z.number(ANY_CAP).min(0, ANY_CAP).max(MOST_CAP, ANY_CAP).nullable(),
  zone: timeZone.optional(),
});
export type CapBody = z.infer<typeof capBody>;

/**
 * What calls have cost and read, summed. Money in US dollars, without what is unpriced or under way;
 * `pendingUsd` is the most that the calls under way may cost.
 */
export type UsageTotals = {
  costUsd: number;
  calls: number;
  inputTokens: number;
  cachedTokens: number;
  outputTokens: number;
  unpricedCalls: number;
  estimatedCalls: number;
  pendingUsd: number;
};
/** `id` is null for calls that belong to none, such as those of no post. */
export type UsageGroup = UsageTotals & { id: string | null; label: string };

/** Where a user stands with their monthly cap. Money in US dollars, times ISO 8601 in UTC. */
export type CapState = {
  monthlyUsd: number | null;
  zone: string;
  spentUsd: number;
  pendingUsd: number;
  /** Null without a cap. */
  leftUsd: number | null;
  since: string;
  resetsAt: string;
};

/** Answer of `GET /api/usage`. */
export type UsageReport = {
  range: UsageRange;
  totals: UsageTotals;
  groups: UsageGroup[];
  cap: CapState;
};

/** One row of the ledger as its owner reads it. Money in US dollars, times ISO 8601 in UTC. */
export type UsageCall = {
  id: string;
  at: string;
  operation: string;
  /** `title` is null where the post was erased. */
  post: { id: string; title: string | null } | null;
  provider: string;
  model: string | null;
  billedModel: string | null;
  /** None for a key that was checked before it was saved. */
  keyVersion: number | null;
  inputTokens: number | null;
  cachedTokens: number | null;
  outputTokens: number | null;
  /** Null while the call is under way, and for a model without a price. */
  costUsd: number | null;
  /** How `costUsd` is known; null while the call is under way. */
  known: "provider" | "priced" | "estimated" | "unpriced" | null;
  status: "pending" | "settled" | "estimated" | "failed";
  /** The provider's own id of the call, to be looked for in its console. */
  requestId: string | null;
};
