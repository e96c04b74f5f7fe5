import "server-only";
import { asAccountant } from "../db/as-accountant";
import { type OwnerReport, ownerReport } from "./schema";

/** What everybody has spent together, and what of it the owner was billed: counts and sums, no content. */
export async function reportOwner(): Promise<OwnerReport> {
  const [[row] = [], byProvider, errors] = await asAccountant([
    "owner_totals",
    "owner_dollars",
    "owner_errors",
  ]);
  const totals = {
    testers: row?.testers,
    posts: row?.posts,
    finishedPosts: row?.finished_posts,
    finishedUsd: row?.finished_usd,
    calls: row?.calls,
    paidUsd: row?.paid_usd,
    unpricedCalls: row?.unpriced_calls,
    foreignCalls: row?.foreign_calls,
    foreignUsd: row?.foreign_usd,
  };
  return ownerReport.parse({ totals, byProvider, errors });
}
