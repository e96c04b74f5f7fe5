import "server-only";
import { eq } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser, type UserTransaction } from "../../db/as-user";
import { AppError } from "../../errors";
import { applyEvent, emptyDocument } from "../apply-event";
import type { NewEvent } from "../events/append-events";
import { publishEvents } from "../events/event-feed";
import { insertEvents } from "../events/insert-events";
import { selectEvents } from "../events/select-events";
import { foldEvents } from "../fold-events";
import { livePost } from "../posts/live-post";
import {
  type GenerateBody,
  isLive,
  type Post,
  type PostDocument,
  type PostEvent,
  postStatus,
} from "../schema";
import { storeVersion } from "../versions/store-version";

/** A post whose run has ended. */
export type EndedPost = Post & { request: GenerateBody };
/** The events of a change, and the reason of the version it makes; without one it makes none. */
export type Change = { events: NewEvent[]; reason?: string };
/** Whatever must hold together with a change: done in its transaction, with the version that it leaves. */
export type Along = (tx: UserTransaction, version: number) => Promise<void>;

/**
 * Changes an ended post in one transaction that holds its row: what `decide` gives is stored, as
 * events and as the document they fold to, and sent after the commit.
 *
 * @returns the post as this transaction leaves it.
 * @throws AppError `not_found`; `still_writing` while a run may write; and what `decide` throws.
 */
export async function changePost(
  user: UserId,
  postId: string,
  decide: (post: EndedPost, tx: UserTransaction) => Promise<Change>,
  along?: Along,
): Promise<Post> {
  const { post, events } = await asUser(user, async (tx) => {
    const before = await lockPost(tx, postId);
    const change = await decide(before, tx);
    const isEmpty = change.events.length === 0;
    const stored = isEmpty
      ? { post: before, events: [] }
      : await storeChange(tx, user, { before, change });
    await along?.(tx, stored.post.version);
    return stored;
  });
  publishEvents(postId, events);
  const { request: _, ...answer } = post;
  return answer;
}

/** Holds a row until the transaction is over, and refuses a live one. */
async function lockPost(tx: UserTransaction, id: string): Promise<EndedPost> {
  const [row] = await tx.select().from(posts).where(livePost(id)).for("update");
  return readEnded(tx, row);
}

/** An ended post as it is stored. @throws AppError `not_found`; `still_writing`. */
export async function requireEndedPost(user: UserId, id: string): Promise<EndedPost> {
  return asUser(user, async (tx) => {
    const [row] = await tx.select().from(posts).where(livePost(id));
    return readEnded(tx, row);
  });
}

async function readEnded(
  tx: UserTransaction,
  row: typeof posts.$inferSelect | undefined,
): Promise<EndedPost> {
  if (!row) throw new AppError("not_found");
  const status = postStatus.parse(row.status);
  if (isLive(status)) throw new AppError("still_writing");
  const stored = row.document as PostDocument | null;
  const empty = emptyDocument(row.topic);
  const document = stored
    ? { ...empty, ...stored }
    : foldEvents(row.topic, await selectEvents(tx, row.id));
  return {
    id: row.id,
    topic: row.topic,
    status,
    document,
    wait: null,
    lastEventId: row.lastSeq,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    request: row.request as GenerateBody,
  };
}

async function storeChange(
  tx: UserTransaction,
  user: UserId,
  { before, change }: { before: EndedPost; change: Change },
): Promise<{ post: EndedPost; events: PostEvent[] }> {
  const { id: postId, status, lastEventId } = before;
  const done: NewEvent = { type: "done", data: { status } };
  const locked = { user, postId, lastSeq: lastEventId };
  const events = await insertEvents(tx, locked, [...change.events, done]);
  const document = events.reduce(applyEvent, before.document);
  const version = change.reason
    ? await storeVersion(tx, user, { before, document, reason: change.reason })
    : before.version;
  const updatedAt = new Date();
  const lastSeq = lastEventId + events.length;
  const { title, cost } = document;
  await tx
    .update(posts)
    .set({ document, title, costUsd: cost.totalUsd, version, lastSeq, updatedAt })
    .where(eq(posts.id, postId));
  const changed = { document, version, lastEventId: lastSeq, updatedAt: updatedAt.toISOString() };
  return { post: { ...before, ...changed }, events };
}
