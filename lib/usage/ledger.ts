import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { apiKeys } from "@/drizzle/schema/keys";
import { posts } from "@/drizzle/schema/posts";
import { usageEvents } from "@/drizzle/schema/usage";
import type { UserId } from "../auth/user-id";
import { RunEndedError } from "../blog/durable/run-ended-error";
import { WaitError } from "../calls/wait-error";
import { asUser, type UserTransaction } from "../db/as-user";
import { inTurn } from "../db/in-turn";
import type { ErrorCode } from "../errors";
import { PACES } from "../limits/paces";
import { LIMITS } from "../limits/registry";
import type { ProviderId } from "../providers/schema";
import { roundUp } from "./cap/decide-cap";
import { findObstacle, type Obstacle } from "./cap/find-obstacle";
import { lockSpending } from "./cap/lock-spending";
import { refuseCall, toRefusal } from "./cap/refuse-call";
import { warnOfCap } from "./cap/warn-of-cap";

/** A provider call that is about to be made. Money in US dollars. */
export type PlannedCall = Reported & {
  provider: ProviderId;
  /** None for a key that is checked before it is saved. */
  keyVersion: number | null;
  operation: string;
  /** The step of the post's run that makes it; none for what is asked of a finished post. */
  step?: string | undefined;
  model?: string;
  /** Tokens of the prompt, estimated. */
  inputTokens?: number;
  /** The most that it may cost, set aside under every cap; null for a model without a price. */
  reserveUsd: number | null;
  /** The most that the calls of this post may cost together. */
  capUsd?: number | undefined;
  /** Ends the wait for calls under way that hold what is left of a cap. */
  signal?: AbortSignal;
};

/**
 * Says what a post costs now, in the transaction that changes it, which holds the lock of the post's
 * row. What it returns is done once that transaction holds.
 */
export type CostReport = (tx: UserTransaction) => Promise<() => void>;
/** Whose followers hear of a call's cost; nobody's where nothing reports. */
export type Reported = { postId: string | null; reportCost?: CostReport | undefined };

/** How the cost of a call is known: said by the provider, priced from its counts, guessed, or not at all. */
export type CostBasis = "provider" | "priced" | "estimated" | "unpriced";

/**
 * What a call turned out to cost; `estimated` when it was stopped before the provider said. `costUsd`
 * is null for an unpriced model, and then alone. Token counts are whole and not negative.
 */
export type CallResult = {
  status: "settled" | "estimated" | "failed";
  costUsd: number | null;
  costBasis: CostBasis;
  inputTokens?: number;
  /** How many of `inputTokens` came from the provider's cache. */
  cachedTokens?: number;
  outputTokens?: number;
  /** The model that the provider says it billed. */
  billedModel?: string;
  /** The provider's own id of the reply. */
  responseId?: string;
  /** What the call ended with, if not its own end. */
  errorCode?: ErrorCode;
};

/** Nothing is owed for a call that was refused, or never sent. */
export const NOTHING_OWED: CallResult = { status: "failed", costUsd: 0, costBasis: "provider" };

/**
 * Writes the ledger row of a call before it is made: THE place where every cap is kept. The row sets
 * aside the most that the call may cost, under a lock of its user, so that calls in parallel cannot
 * exceed a cap together. A call that would fit once others have settled waits for them; a step's only
 * for a moment. A step of a run that has been stopped gets no row, wherever it was stopped: it has not
 * heard of it yet, and must call nobody.
 *
 * @returns the id of the row.
 * @throws AppError `cap_reached` when a cap could be exceeded, `price_missing` when a cap could not be kept.
 * @throws WaitError for a step that has waited for others: it is delivered again.
 * @throws RunEndedError when the run of the step is not running.
 */
export async function openLedgerRow(user: UserId, call: PlannedCall): Promise<string> {
  const { signal, step } = call;
  const { capWaitSeconds, capPlaceSeconds } = LIMITS;
  const until = performance.now() + (step ? capPlaceSeconds : capWaitSeconds) * 1_000;
  for (
    let look: number = PACES.capLookMs.first;
    ;
    look = Math.min(2 * look, PACES.capLookMs.last)
  ) {
    const opened = await inTurn(user, () => asUser(user, (tx) => tryToOpen(tx, user, call)));
    if ("id" in opened) {
      opened.send?.();
      return opened.id;
    }
    if (opened.state === "refused") throw await refuseCall(user, opened.cap, call);
    if (performance.now() > until)
      throw step ? comeBack(opened, call) : await refuseCall(user, opened.cap, call);
    await pause(look, undefined, signal ? { signal } : {});
  }
}

/** A step of a run gives its place back: whatever it waits for may take minutes. */
function comeBack({ cap }: Obstacle, call: PlannedCall): WaitError {
  const { capWaitSeconds, capPlaceSeconds: seconds } = LIMITS;
  const problem = toRefusal(cap, call);
  return new WaitError({ seconds, problem, most: Math.ceil(capWaitSeconds / seconds / 2) });
}

/** A row that is written, and how to send what was said of it. */
type Opened = { id: string; send: (() => void) | undefined };

async function tryToOpen(
  tx: UserTransaction,
  user: UserId,
  call: PlannedCall,
): Promise<Opened | Obstacle> {
  const { reserveUsd, capUsd: _, signal: __, reportCost, ...planned } = call;
  await lock(tx, user, call);
  const obstacle = await findObstacle(tx, call);
  if (obstacle) return obstacle;
  const costBasis = reserveUsd === null ? "unpriced" : "estimated";
  const row = { userId: user, ...planned, reservedUsd: roundUp(reserveUsd ?? 0), costBasis };
  // Sent together, in this order: what is reported counts the row.
  const [[opened], , send] = await Promise.all([
    tx.insert(usageEvents).values(row).returning({ id: usageEvents.id }),
    noteUse(tx, call),
    reportCost?.(tx),
  ]);
  if (!opened) throw new Error("The ledger row was not written.");
  return { ...opened, send };
}

/** The row of a step's post first, then the user's spending. @throws RunEndedError when the run is not running. */
async function lock(tx: UserTransaction, user: UserId, call: PlannedCall): Promise<void> {
  const { postId, step } = call;
  const isStep = Boolean(postId && step);
  const [status] = await Promise.all([
    isStep ? lockPost(tx, postId ?? "") : "running",
    lockSpending(tx, user),
  ]);
  if (status !== "running") throw new RunEndedError();
}

async function noteUse(tx: UserTransaction, { provider, keyVersion }: PlannedCall): Promise<void> {
  await tx
    .update(apiKeys)
    .set({ lastUsedAt: new Date() })
    .where(and(eq(apiKeys.provider, provider), eq(apiKeys.version, keyVersion ?? 0)));
}

/**
 * Lets Stop, which changes the row, come before what a transaction does or after it, and not in
 * between; and what is said of the cost be said in order. Taken before every other lock.
 */
async function lockPost(tx: UserTransaction, postId: string): Promise<string | undefined> {
  const [post] = await tx
    .select({ status: posts.status })
    .from(posts)
    .where(eq(posts.id, postId))
    .for("no key update");
  return post?.status;
}

/**
 * Settles the row of a call that has ended, however it ended: once, whoever comes later changes nothing.
 * What is only estimated is never above what was set aside.
 */
export async function settleLedgerRow(
  user: UserId,
  id: string,
  result: CallResult,
  reported: Reported = { postId: null },
): Promise<void> {
  const send = await inTurn(user, () =>
    asUser(user, (tx) => settle(tx, user, { id, result, reported })),
  );
  send?.();
}

async function settle(
  tx: UserTransaction,
  user: UserId,
  { id, result, reported }: { id: string; result: CallResult; reported: Reported },
): Promise<(() => void) | undefined> {
  const { postId, reportCost } = reported;
  await Promise.all([
    postId && reportCost ? lockPost(tx, postId) : undefined,
    tx
      .update(usageEvents)
      .set({ ...result, costUsd: bound(result), settledAt: new Date() })
      .where(and(eq(usageEvents.id, id), eq(usageEvents.status, "pending"))),
  ]);
  const [send] = await Promise.all([reportCost?.(tx), warnOfCap(tx, user)]);
  return send;
}

function bound({ status, costUsd }: CallResult): SQL | number | null {
  const isGuess = status === "estimated" && costUsd !== null;
  return isGuess ? sql`least(${costUsd}::numeric, ${usageEvents.reservedUsd})` : costUsd;
}
