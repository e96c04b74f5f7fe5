import "server-only";
import { getTableColumns, sql } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { emptyDocument } from "../apply-event";
import { readEvents } from "../events/follow-events";
import { foldEvents } from "../fold-events";
import { type Post, type PostDocument, postStatus } from "../schema";
import { findWait } from "./find-wait";
import { livePost } from "./live-post";
import { SILENT_RUN } from "./silent-run";

/** A post, the start of its run that is counted now, and whether nothing is heard of that run. */
export type FoundPost = { post: Post; attempt: number; silent: boolean };
type Row = typeof posts.$inferSelect;

/** One post of a user with its document as far as it has come; null when it is not theirs. */
export async function findPost(user: UserId, id: string): Promise<FoundPost | null> {
  const columns = { ...getTableColumns(posts), silent: sql<boolean>`${sql.raw(SILENT_RUN)}` };
  const [row] = await asUser(user, (tx) => tx.select(columns).from(posts).where(livePost(id)));
  if (!row) return null;
  return { post: await toPost(user, row), attempt: row.attempt, silent: row.silent };
}

async function toPost(user: UserId, row: Row): Promise<Post> {
  const stored = row.document as PostDocument | null;
  const events = stored ? [] : await readEvents(user, row.id);
  return {
    id: row.id,
    topic: row.topic,
    status: postStatus.parse(row.status),
    document: stored ? { ...emptyDocument(row.topic), ...stored } : foldEvents(row.topic, events),
    wait: await findWait(user, row),
    version: row.version,
    lastEventId: stored ? row.lastSeq : (events.at(-1)?.id ?? 0),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
