import "server-only";
import { eq } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser, type UserTransaction } from "../../db/as-user";
import { applyEvent } from "../apply-event";
import type { NewEvent } from "../events/append-events";
import { areWordy, compactEvents } from "../events/compact-events";
import { publishEvents } from "../events/event-feed";
import { insertEvents } from "../events/insert-events";
import { requireRoomToGrow } from "../library/require-room";
import { type EndedPost, lockEnded } from "../posts/lock-ended";
import { toColumns } from "../posts/to-columns";
import type { Post, PostEvent } from "../schema";
import { storeVersion } from "../versions/store-version";

/** The events of a change, and the reason of the version it makes; without one it makes none. */
export type Change = { events: NewEvent[]; reason?: string };
/** Whatever must hold together with a change: done in its transaction, with the version that it leaves. */
export type Along = (tx: UserTransaction, version: number) => Promise<void>;

/**
 * Changes an ended post in one transaction that holds its row: what `decide` gives is stored, as
 * events and as the document they fold to, and sent after the commit.
 *
 * @returns the post as this transaction leaves it.
 * @throws AppError `not_found`; `still_writing` while a run may write; `storage_full`; and what `decide` throws.
 */
export async function changePost(
  user: UserId,
  postId: string,
  decide: (post: EndedPost, tx: UserTransaction) => Promise<Change>,
  along?: Along,
): Promise<Post> {
  const { post, events } = await asUser(user, async (tx) => {
    const before = await lockEnded(tx, postId);
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

async function storeChange(
  tx: UserTransaction,
  user: UserId,
  { before, change }: { before: EndedPost; change: Change },
): Promise<{ post: EndedPost; events: PostEvent[] }> {
  const { id: postId, status, lastEventId } = before;
  const done: NewEvent = { type: "done", data: { status } };
  const locked = { user, postId, lastSeq: lastEventId };
  const said = await insertEvents(tx, locked, [...change.events, done]);
  const changed = said.reduce(applyEvent, before.document);
  await requireRoomToGrow(tx, before.document, changed);
  const behind = { ...locked, lastSeq: lastEventId + said.length };
  const brief = (await areWordy(tx, postId))
    ? await compactEvents(tx, behind, { document: changed, status })
    : [];
  const document = brief.reduce(applyEvent, changed);
  const version = change.reason
    ? await storeVersion(tx, user, { before, document, reason: change.reason })
    : before.version;
  const updatedAt = new Date();
  const lastSeq = behind.lastSeq + brief.length;
  const counted = { lastSeq, ...(brief.length > 0 ? { compactSeq: lastSeq } : {}) };
  const { cost } = document;
  await tx
    .update(posts)
    .set({ ...toColumns(document), costUsd: cost.totalUsd, version, ...counted, updatedAt })
    .where(eq(posts.id, postId));
  const stored = { document, version, lastEventId: lastSeq, updatedAt: updatedAt.toISOString() };
  return { post: { ...before, ...stored }, events: [...said, ...brief] };
}
