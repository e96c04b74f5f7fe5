import "server-only";
import type { UserId } from "../auth/user-id";
import { AppError, type ErrorCode } from "../errors";
import { recordVerdict } from "../keys/record-verdict";
import { log } from "../logs/log";
import { listProviderCards } from "../providers/list-provider-cards";
import { providerId } from "../providers/schema";
import { type Ending, finishRun } from "./finish-run";
import type { RunProblem } from "./schema";

/** The provider will never take this key again. */
const DEAD_KEY: ReadonlySet<string> = new Set<ErrorCode>([
  "key_rejected",
  "key_leaked",
  "account_suspended",
]);
/** Errors that a new key mends, or credits, a higher cap or another day: the run parks instead of failing. */
const NEEDS_KEY: ReadonlySet<string> = new Set<ErrorCode>([
  ...(["key_rejected", "key_leaked", "account_suspended"] as const),
  "key_missing",
  "key_undecryptable",
  "no_credits",
  "quota_day",
  "billing_required",
  "api_disabled",
  "key_restricted",
  "cap_reached",
  "price_missing",
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
  return { status: NEEDS_KEY.has(problem.code) ? "needs-key" : "failed", problem };
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
