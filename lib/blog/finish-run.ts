import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { posts, postVersions } from "@/drizzle/schema/posts";
import type { UserId } from "../auth/user-id";
import { asUser, type UserTransaction } from "../db/as-user";
import { addNotice } from "../notices/add-notice";
import { applyEvent, emptyDocument } from "./apply-event";
import type { NewEvent } from "./events/append-events";
import { publishEvents } from "./events/event-feed";
import { insertEvents } from "./events/insert-events";
import type { RunProblem } from "./events/schema";
import { selectEvents } from "./events/select-events";
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
  const events = await asUser(user, async (tx) => {
    const [post] = await tx
      .select({ topic: posts.topic, lastSeq: posts.lastSeq, version: posts.version })
      .from(posts)
      .where(and(eq(posts.id, postId), inArray(posts.status, ["queued", "running", "waiting"])))
      .for("update");
    return post ? storeEnding(tx, { user, postId, ...post, ending }) : [];
  });
  publishEvents(postId, events);
  return events.length > 0;
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
  const all = await selectEvents(tx, postId);
  const document = all.reduce(applyEvent, emptyDocument(run.topic));
  const version = run.version + 1;
  await tx.insert(postVersions).values({ postId, version, userId: user, reason: "run", document });
  const now = new Date();
  await tx
    .update(posts)
    .set({
      status: ending.status,
      document,
      title: document.title,
      costUsd: document.cost.totalUsd,
      lastSeq: run.lastSeq + last.length,
      version,
      updatedAt: now,
      finishedAt: now,
    })
    .where(eq(posts.id, postId));
  if (isHeardOf(ending.status)) await addNotice(tx, user, postId, ending.status);
  return last;
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
