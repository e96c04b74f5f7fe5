import "server-only";
import { eq } from "drizzle-orm";
import { postCheckpoints, postEvents, posts, postVersions } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser, type UserTransaction } from "../../db/as-user";
import { AppError } from "../../errors";
import { applyEvent, emptyDocument } from "../apply-event";
import { getPost } from "../posts/get-post";
import { livePost } from "../posts/live-post";
import { toColumns } from "../posts/to-columns";
import type { Post, PostEvent, PostStatus } from "../schema";
import { requireRoom } from "./require-room";
import { isResting } from "./schema";
import { toEvents } from "./to-events";

/**
 * Copies a post that rests, as "Copy of …": its text, its evidence, and the checkpoints that a run
 * which goes on starts from. The copy has events of its own, has cost nothing and is ready where the
 * original is published.
 *
 * @throws AppError `not_found` when the post is not the user's; `still_writing` while its run goes on;
 *   `storage_full`.
 */
export async function duplicatePost(user: UserId, id: string): Promise<Post> {
  const original = await getPost(user, id);
  if (!original) throw new AppError("not_found");
  if (!isResting(original.status)) throw new AppError("still_writing");
  await requireRoom(user);
  const copyId = await asUser(user, (tx) => storeCopy(tx, user, original));
  const copy = await getPost(user, copyId);
  if (!copy) throw new AppError("not_found");
  return copy;
}

/** @returns the id of the copy. */
async function storeCopy(tx: UserTransaction, user: UserId, original: Post): Promise<string> {
  const { topic } = original;
  const status: PostStatus = original.status === "published" ? "ready" : original.status;
  const titled = { ...original.document, title: `Copy of ${original.document.title}` };
  const events = toEvents(titled, status).map(
    (event, index): PostEvent => ({ id: index + 1, ...event }),
  );
  const document = events.reduce(applyEvent, emptyDocument(topic));
  const [source] = await tx
    .select({ request: posts.request, requestHash: posts.requestHash })
    .from(posts)
    .where(livePost(original.id));
  if (!source) throw new AppError("not_found");
  const row = { ...source, ...toColumns(document), userId: user, topic, status };
  const ended = { lastSeq: events.length, version: 1, finishedAt: new Date() };
  const [made] = await tx
    .insert(posts)
    .values({ ...row, ...ended })
    .returning({ postId: posts.id });
  if (!made) throw new Error("The copy was not written.");
  await tx
    .insert(postEvents)
    .values(events.map(({ id: seq, type, data }) => ({ ...made, userId: user, seq, type, data })));
  const version = { ...made, userId: user, version: 1, reason: "copy", document };
  await tx.insert(postVersions).values(version);
  await copyCheckpoints(tx, original.id, made.postId);
  return made.postId;
}

async function copyCheckpoints(tx: UserTransaction, from: string, postId: string): Promise<void> {
  const { step, userId, data } = postCheckpoints;
  const kept = await tx
    .select({ step, userId, data })
    .from(postCheckpoints)
    .where(eq(postCheckpoints.postId, from));
  if (kept.length > 0)
    await tx.insert(postCheckpoints).values(kept.map((row) => ({ ...row, postId })));
}
