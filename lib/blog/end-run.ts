import "server-only";
import type { UserId } from "../auth/user-id";
import { AppError, type ErrorCode, isErrorCode } from "../errors";
import { DEAD_KEY, KEY_ERRORS } from "../errors/key-errors";
import { recordVerdict } from "../keys/record-verdict";
import { log } from "../logs/log";
import { listProviderCards } from "../providers/list-provider-cards";
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
export type EndedPipeline = { user: UserId; postId: string; startedAt: Date; failure: unknown };

/** Stores what a run has shown of the user's keys, then how it ended: nothing changes after `done`. */
export async function endRun({ user, postId, startedAt, failure }: EndedPipeline): Promise<void> {
  const ending = toEnding(failure);
  await recordVerdicts(user, startedAt, ending);
  const ended = await finishRun(user, postId, ending);
  if (ended && ending.problem?.code === "internal")
    log.error({ err: failure, postId }, "A run failed");
}

async function recordVerdicts(
  user: UserId,
  startedAt: Date,
  { status, problem }: Ending,
): Promise<void> {
  if (status === "ready")
    for (const { id, required } of listProviderCards())
      if (required) await recordVerdict(user, startedAt, { provider: id, works: true });
  const provider = providerId.safeParse(problem?.provider);
  if (problem && provider.success && DEAD_KEY.has(problem.code))
    await recordVerdict(user, startedAt, {
      provider: provider.data,
      works: false,
      detail: problem.code,
    });
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
