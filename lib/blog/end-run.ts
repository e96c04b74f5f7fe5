import "server-only";
import { and, eq } from "drizzle-orm";
import { usageEvents } from "@/drizzle/schema/usage";
import type { UserId } from "../auth/user-id";
import { asUser } from "../db/as-user";
import { AppError, type ErrorCode, isErrorCode } from "../errors";
import { KEY_ERRORS } from "../errors/key-errors";
import { recordVerdict } from "../keys/record-verdict";
import { log } from "../logs/log";
import { providerId } from "../providers/schema";
import type { RunProblem } from "./events/schema";
import { type Ending, finishRun } from "./finish-run";

/**
 * Errors that a new key mends, or credits, billing, another model or another day: the run parks instead
 * of failing.
 */
const NEEDS_USER: ReadonlySet<string> = new Set<ErrorCode>([
  ...Object.keys(KEY_ERRORS).filter(isErrorCode),
  "key_missing",
  "key_undecryptable",
  "no_credits",
  "billing_required",
  "cap_reached",
  "price_missing",
  "country_refused",
  "prepaid_used_up",
  "spending_cap",
  "quota_none",
  "quota_hours",
  "quota_day",
  "model_closed",
  "model_unavailable",
  "model_dearer",
]);

/** A run whose pipeline is over; `failure` is what it threw, if anything. */
export type EndedPipeline = { user: UserId; postId: string; failure: unknown };

/** Stores what a run has shown of the user's keys, then how it ended: nothing changes after `done`. */
export async function endRun({ user, postId, failure }: EndedPipeline): Promise<void> {
  const ending = toEnding(failure);
  if (ending.status === "ready") await recordWorkingKeys(user, postId);
  const ended = await finishRun(user, postId, ending);
  if (ended && ending.problem?.code === "internal")
    log.error({ err: failure, postId }, "A run failed");
}

/** The keys that have paid for a finished run work: one that could not be checked is valid from now on. */
async function recordWorkingKeys(user: UserId, postId: string): Promise<void> {
  const { provider, keyVersion: version } = usageEvents;
  const isPaid = and(eq(usageEvents.postId, postId), eq(usageEvents.status, "settled"));
  const used = await asUser(user, (tx) =>
    tx.selectDistinct({ provider, version }).from(usageEvents).where(isPaid),
  );
  for (const key of used) {
    const id = providerId.safeParse(key.provider);
    if (id.success && key.version !== null)
      await recordVerdict(user, { provider: id.data, version: key.version, works: true });
  }
}

function toEnding(failure: unknown): Ending {
  if (failure === undefined) return { status: "ready" };
  const problem = toProblem(failure);
  return { status: NEEDS_USER.has(problem.code) ? "needs-key" : "failed", problem };
}

function toProblem(failure: unknown): RunProblem {
  if (!(failure instanceof AppError)) return { code: "internal" };
  const { provider, retryAfter, cap } = failure.context;
  return {
    code: failure.code,
    ...(provider ? { provider } : {}),
    ...(retryAfter ? { retryAfter } : {}),
    ...(cap ? { cap: cap.scope, detail: failure.message } : {}),
  };
}
