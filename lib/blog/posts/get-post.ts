import "server-only";
import { posts } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { applyEvent, emptyDocument } from "../apply-event";
import { adoptRun } from "../durable/adopt-run";
import { STALE_SECONDS } from "../durable/steps";
import { readEvents } from "../events/follow-events";
import { type Post, type PostDocument, postStatus } from "../schema";
import { findWait } from "./find-wait";
import { livePost } from "./live-post";

type Row = typeof posts.$inferSelect;

/** One post of a user with its document as far as it has come; null when it is not theirs. */
export async function getPost(user: UserId, id: string): Promise<Post | null> {
  const row = await findRow(user, id);
  if (!row) return null;
  if (isSilent(row)) await adoptRun({ user, postId: id }, row.attempt);
  return toPost(user, row);
}

/** True for a run of which nothing was heard: where no sweep runs, whoever looks at it wakes it. */
function isSilent({ status, heartbeatAt }: Row): boolean {
  const silence = Date.now() - (heartbeatAt?.getTime() ?? 0);
  return status === "running" && silence > STALE_SECONDS * 1_000;
}

async function findRow(user: UserId, id: string): Promise<Row | undefined> {
  const [row] = await asUser(user, (tx) => tx.select().from(posts).where(livePost(id)));
  return row;
}

async function toPost(user: UserId, row: Row): Promise<Post> {
  const stored = row.document as PostDocument | null;
  const events = stored ? [] : await readEvents(user, row.id);
  return {
    id: row.id,
    topic: row.topic,
    status: postStatus.parse(row.status),
    document: stored
      ? { ...emptyDocument(row.topic), ...stored }
      : events.reduce(applyEvent, emptyDocument(row.topic)),
    wait: await findWait(user, row),
    version: row.version,
    lastEventId: stored ? row.lastSeq : (events.at(-1)?.id ?? 0),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
