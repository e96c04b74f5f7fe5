import { z } from "zod";

const count = z.coerce.number().int();
const usd = z.coerce.number();

/** What all users have spent together; money in US dollars. */
export const ownerTotals = z.object({
  testers: count,
  posts: count,
  /** Posts that were written to their end, and what the calls of those have cost. */
  finishedPosts: count,
  finishedUsd: usd,
  calls: count,
  /** Paid by testers on keys of their own. */
  paidUsd: usd,
  unpricedCalls: count,
  /** Calls on a key that is not their user's own: what the owner would have been billed. */
  foreignCalls: count,
  foreignUsd: usd,
});
export type OwnerTotals = z.infer<typeof ownerTotals>;

const byProvider = z.array(z.object({ provider: z.string(), calls: count, usd }));
const errors = z.array(z.object({ code: z.string(), calls: count }));

/** Answer of `GET /api/owner`. */
export const ownerReport = z.object({ totals: ownerTotals, byProvider, errors });
export type OwnerReport = z.infer<typeof ownerReport>;

/** What hosting costs a month where nobody says, in US dollars: the upper end of the diagrams. */
const INFRASTRUCTURE_USD = 7;
/** The query of the owner's page: what hosting costs a month, in US dollars. */
export const ownerQuery = z.object({
  infrastructureUsd: z.coerce.number().min(0).max(100_000).catch(INFRASTRUCTURE_USD),
});
