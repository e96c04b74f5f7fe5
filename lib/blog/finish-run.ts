import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { posts, postVersions } from "@/drizzle/schema/posts";
import type { UserId } from "../auth/user-id";
import { asUser, type UserTransaction } from "../db/as-user";
import { AppError } from "../errors";
import { log } from "../logs/log";
import { addNotice } from "../notices/add-notice";
import type { NewEvent } from "./events/append-events";
import { publishEvents } from "./events/event-feed";
import { insertEvents } from "./events/insert-events";
import { newestSeq } from "./events/newest-seq";
import type { RunProblem } from "./events/schema";
import { selectEvents } from "./events/select-events";
import { foldEvents } from "./fold-events";
import { toColumns } from "./posts/to-columns";
import { totalCost } from "./report-cost";
import type { PostEvent, PostStatus } from "./schema";

/** How a run ended, and why if it did not end well. */
export type Ending = {
  status: Exclude<PostStatus, "queued" | "running" | "waiting" | "published">;
  problem?: RunProblem;
};

/**
 * Ends a run, once: stores its last events, its document and a version of it in one transaction. The first ending
 * wins, whether it comes from the run, from Stop or from a sweep. Whoever calls it starts the next.
 *
 * @returns false when the run had ended already or is nobody's.
 */
export async function finishRun(user: UserId, postId: string, ending: Ending): Promise<boolean> {
  const events = await storeAnyhow(user, postId, ending);
  publishEvents(postId, events ?? []);
  return events !== null;
}

/** Whatever is wrong with the rows of a post, its run ends: with all that belongs to it, or barely. */
async function storeAnyhow(
  user: UserId,
  postId: string,
  ending: Ending,
): Promise<PostEvent[] | null> {
  try {
    return await asUser(user, async (tx) => {
      const post = await lockOpen(tx, postId);
      return post && storeEnding(tx, { user, postId, ...post, ending });
    });
  } catch (error) {
    if (error instanceof AppError) throw error;
    log.error({ err: error, postId }, "The end of a run could not be stored whole");
    return asUser(user, (tx) => endBarely(tx, postId, ending));
  }
}

async function lockOpen(tx: UserTransaction, postId: string) {
  const newestVersion = sql<number>`greatest(${posts.version}, (
    SELECT coalesce(max(${postVersions.version}), 0) FROM ${postVersions}
    WHERE ${postVersions.postId} = ${postId}
  ))`.mapWith(Number);
  const [post] = await tx
    .select({ topic: posts.topic, lastSeq: newestSeq(postId), version: newestVersion })
    .from(posts)
    .where(isOpen(postId))
    .for("update");
  return post ?? null;
}

function isOpen(postId: string) {
  return and(eq(posts.id, postId), inArray(posts.status, ["queued", "running", "waiting"]));
}

/** The status alone: what the post holds is read from its events from then on. */
async function endBarely(
  tx: UserTransaction,
  postId: string,
  { status }: Ending,
): Promise<PostEvent[] | null> {
  const now = new Date();
  const ended = await tx
    .update(posts)
    .set({ status, document: null, updatedAt: now, finishedAt: now })
    .where(isOpen(postId))
    .returning({ id: posts.id });
  return ended.length > 0 ? [] : null;
}

type StoredRun = {
  user: UserId;
  postId: string;
  topic: string;
  lastSeq: number;
  version: number;
  ending: Ending;
};

async function storeEnding(tx: UserTransaction, run: StoredRun): Promise<PostEvent[]> {
  const { user, postId, ending } = run;
  const last = await insertEvents(tx, run, lastEvents(ending));
  const document = foldEvents(run.topic, await selectEvents(tx, postId));
  const version = run.version + 1;
  await tx.insert(postVersions).values({ postId, version, userId: user, reason: "run", document });
  const now = new Date();
  await tx
    .update(posts)
    .set({
      ...toColumns(document),
      status: ending.status,
      costUsd: isMoney(document.cost?.totalUsd)
        ? document.cost.totalUsd
        : (await totalCost(tx, postId)).totalUsd,
      lastSeq: run.lastSeq + last.length,
      version,
      updatedAt: now,
      finishedAt: now,
    })
    .where(eq(posts.id, postId));
  if (isHeardOf(ending.status)) await addNotice(tx, user, postId, ending.status);
  return last;
}

/** A sum that a run has told wrongly is read from the ledger instead. */
function isMoney(usd: unknown): boolean {
  return typeof usd === "number" && Number.isFinite(usd) && usd >= 0;
}

/** Who stops a run knows it, and one that waits has its notice from where it began to wait. */
function isHeardOf(status: Ending["status"]): status is "ready" | "needs-key" | "failed" {
  return status === "ready" || status === "needs-key" || status === "failed";
}

function lastEvents({ status, problem }: Ending): NewEvent[] {
  const done: NewEvent = { type: "done", data: { status } };
  if (!problem) return [done];
  return [{ type: status === "needs-key" ? "needs-key" : "error", data: problem }, done];
}
