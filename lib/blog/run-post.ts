import "server-only";
import type { UserId } from "../auth/user-id";
import { requireConfig } from "../config";
import { AppError } from "../errors";
import { log } from "../logs/log";
import { RunEndedError } from "./append-events";
import { type Ending, finishRun } from "./finish-run";
import { openEventWriter } from "./open-event-writer";
import { runPipeline } from "./pipeline";
import { runningPosts } from "./running-posts";
import type { GenerateBody, RunProblem } from "./schema";

/** Errors that a new key mends: the run parks instead of failing. */
const NEEDS_KEY = new Set([
  "key_missing",
  "key_rejected",
  "key_undecryptable",
  "key_leaked",
  "account_suspended",
  "no_credits",
]);

/**
 * Runs the pipeline of a post to its end. Never throws: whatever happens becomes the post's status
 * and its last events.
 */
export async function runPost(user: UserId, postId: string, request: GenerateBody): Promise<void> {
  const controller = new AbortController();
  runningPosts.set(postId, controller);
  const writer = openEventWriter(user, postId, (error) => controller.abort(error));
  const model = request.model ?? requireConfig().geminiModel;
  try {
    await runPipeline({
      user,
      postId,
      request,
      model,
      signal: controller.signal,
      emit: writer.emit,
    });
    await writer.flush();
    await finishRun(user, postId, { status: "ready" });
  } catch (error) {
    await endBadly(user, postId, error, writer.flush);
  } finally {
    runningPosts.delete(postId);
  }
}

async function endBadly(
  user: UserId,
  postId: string,
  error: unknown,
  flush: () => Promise<void>,
): Promise<void> {
  try {
    await flush();
    await finishRun(user, postId, toEnding(error, postId));
  } catch (failure) {
    if (!(failure instanceof RunEndedError))
      log.error({ err: failure, postId }, "A run could not be ended");
  }
}

function toEnding(error: unknown, postId: string): Ending {
  if (!(error instanceof AppError)) log.error({ err: error, postId }, "A run failed");
  const problem = toProblem(error);
  return { status: NEEDS_KEY.has(problem.code) ? "needs-key" : "failed", problem };
}

function toProblem(error: unknown): RunProblem {
  if (!(error instanceof AppError)) return { code: "internal" };
  const { provider, retryAfter } = error.context;
  return {
    code: error.code,
    ...(provider ? { provider } : {}),
    ...(retryAfter ? { retryAfter } : {}),
  };
}
