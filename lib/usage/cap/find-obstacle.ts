import "server-only";
import { eq } from "drizzle-orm";
import { usageEvents } from "@/drizzle/schema/usage";
import type { UserTransaction } from "../../db/as-user";
import { SUMS } from "../report/sum-calls";
import { settleForgotten } from "../settle-forgotten";
import { decideCap, type Standing } from "./decide-cap";
import { readCap } from "./read-cap";

/** A cap that a call was measured by; a month's cap says when the next month begins, in its zone. */
export type MeasuredCap = Standing &
  ({ scope: "month"; resetsAt: string; zone: string } | { scope: "post" });
/** A cap that is in the way of a call: until others have settled, or for good. */
export type Obstacle = { state: "wait" | "refused"; cap: MeasuredCap };

type Wanted = { postId: string | null; capUsd?: number | undefined; reserveUsd: number | null };

/**
 * Measures a call by the month's cap and the post's, in a transaction that holds the user's lock. A
 * call without a price fits under no cap.
 *
 * @returns null when the call fits under all of them.
 */
export async function findObstacle(tx: UserTransaction, wanted: Wanted): Promise<Obstacle | null> {
  const { reserveUsd } = wanted;
  const [, ...caps] = await Promise.all([settleForgotten(tx), readMonth(tx), readPost(tx, wanted)]);
  const decided = caps.flatMap((cap) =>
    cap ? [{ cap, verdict: reserveUsd === null ? "refused" : decideCap(cap, reserveUsd) }] : [],
  );
  for (const state of ["refused", "wait"] as const) {
    const inTheWay = decided.find(({ verdict }) => verdict === state);
    if (inTheWay) return { state, cap: inTheWay.cap };
  }
  return null;
}

async function readMonth(tx: UserTransaction): Promise<MeasuredCap | null> {
  const { monthlyUsd, spentUsd, pendingUsd, resetsAt, zone } = await readCap(tx);
  if (monthlyUsd === null) return null;
  return { scope: "month", capUsd: monthlyUsd, spentUsd, pendingUsd, resetsAt, zone };
}

async function readPost(
  tx: UserTransaction,
  { postId, capUsd }: Wanted,
): Promise<MeasuredCap | null> {
  if (postId === null || capUsd === undefined) return null;
  const { costUsd, pendingUsd } = SUMS;
  const [sums] = await tx
    .select({ spentUsd: costUsd, pendingUsd })
    .from(usageEvents)
    .where(eq(usageEvents.postId, postId));
  return { scope: "post", capUsd, spentUsd: 0, pendingUsd: 0, ...sums };
}
