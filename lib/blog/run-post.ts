import "server-only";
import type { UserId } from "../auth/user-id";
import { log } from "../logs/log";
import { RunEndedError } from "./append-events";
import { claimRun } from "./claim-run";
import { endRun } from "./end-run";
import { chooseAuthor, loadAuthor } from "./load-author";
import { openEventWriter } from "./open-event-writer";
import { openRun } from "./open-run";
import { runPipeline } from "./pipeline";
import { runningPosts } from "./running-posts";
import type { GenerateBody } from "./schema";

/**
 * Runs the pipeline of a post to its end. Never throws: whatever happens becomes the post's status
 * and its last events.
 */
export async function runPost(user: UserId, postId: string, request: GenerateBody): Promise<void> {
  const controller = new AbortController();
  const startedAt = new Date();
  runningPosts.set(postId, controller);
  const writer = openEventWriter(user, postId, (error) => controller.abort(error));
  const { signal } = controller;
  let failure: unknown;
  try {
    if (!(await claimRun(user, postId))) throw new RunEndedError();
    const author = chooseAuthor(await loadAuthor(user), request);
    await runPipeline(openRun({ user, postId, request, author, signal, emit: writer.emit }));
  } catch (error) {
    failure = error;
  }
  try {
    await writer.flush();
    if (!(failure instanceof RunEndedError)) await endRun({ user, postId, startedAt, failure });
  } catch (error) {
    if (!(error instanceof RunEndedError)) log.error({ err: error, postId }, "A run was cut short");
  } finally {
    runningPosts.delete(postId);
  }
}
