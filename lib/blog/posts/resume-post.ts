import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { postCheckpoints, posts } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser, type UserTransaction } from "../../db/as-user";
import { AppError } from "../../errors";
import { rememberModel } from "../../models/remembered-model";
import { beginRun } from "../durable/runs/begin-run";
import type { Made, Ticket } from "../durable/step-results";
import { readCheckpoints } from "../durable/steps/read-checkpoints";
import { saveCheckpoint } from "../durable/steps/save-checkpoint";
import type { NewEvent } from "../events/append-events";
import { publishEvents } from "../events/event-feed";
import { insertEvents } from "../events/insert-events";
import { newestSeq } from "../events/newest-seq";
import type { Post, PostEvent } from "../schema";
import { getPost } from "./get-post";
import { requireAllKeys } from "./require-all-keys";
import type { ResumeBody } from "./schema";

const RESTING = ["stopped", "failed", "needs-key"];
const QUEUED = { status: "queued", attempt: 0, document: null, words: null, finishedAt: null };

/**
 * Goes on with a run that was stopped, failed or waits for a key: what it has finished, and paid for,
 * is not done again. What the user has changed meanwhile stays.
 *
 * @param body names the model that goes on, where it is to be another one.
 *
 * @throws AppError `not_found`; `not_resumable` when the run is under way or over; `key_missing` and its kin.
 */
export async function resumePost(
  user: UserId,
  id: string,
  { model }: ResumeBody = {},
): Promise<Post> {
  const post = await getPost(user, id);
  if (!post) throw new AppError("not_found");
  if (!RESTING.includes(post.status)) throw new AppError("not_resumable");
  await requireAllKeys(user);
  const ticket = { user, postId: id };
  if (model) await changeModel(ticket, model);
  const made = await readCheckpoints(ticket);
  const writes = made.outline?.approved === true && Array.isArray(made.outline.sections);
  if (writes) await keepEdits(ticket, made, post);
  publishEvents(id, await queueAgain(ticket, writes));
  await beginRun({ user, postId: id });
  return (await getPost(user, id)) ?? post;
}

/** The model is chosen afresh from the request, and remembered for posts to come. */
async function changeModel({ user, postId }: Ticket, model: string): Promise<void> {
  const request = sql`${posts.request} || ${JSON.stringify({ model })}::jsonb`;
  await asUser(user, async (tx) => {
    await tx.update(posts).set({ request }).where(eq(posts.id, postId));
    const chosen = and(eq(postCheckpoints.postId, postId), eq(postCheckpoints.step, "model"));
    await tx.delete(postCheckpoints).where(chosen);
  });
  await rememberModel(user, model);
}

/** @param writes whether writing is what is left: other stages say themselves that they begin. */
async function queueAgain({ user, postId }: Ticket, writes: boolean): Promise<PostEvent[]> {
  const begun: NewEvent = { type: "stage", data: { stage: "sections", state: "started" } };
  const events = writes ? [begun] : [];
  return asUser(user, async (tx) => {
    const lastSeq = sql`${newestSeq(postId)} + ${events.length}`;
    const [post] = await tx
      .update(posts)
      .set({ ...QUEUED, lastSeq, updatedAt: new Date() })
      .where(and(eq(posts.id, postId), inArray(posts.status, RESTING)))
      .returning({ lastSeq: posts.lastSeq });
    if (!post) throw new AppError("not_resumable");
    await forgetParts(tx, postId);
    return insertEvents(tx, { user, postId, lastSeq: post.lastSeq - events.length }, events);
  });
}

/** What an unfinished step was given is of a text, or a key, that the user may have changed since. */
async function forgetParts(tx: UserTransaction, postId: string): Promise<void> {
  const isOpen = and(eq(postCheckpoints.postId, postId), isNull(postCheckpoints.finishedAt));
  await tx.update(postCheckpoints).set({ data: null }).where(isOpen);
}

/** The sections are those the user has left; one that they have added is theirs, and not written over. */
async function keepEdits(ticket: Ticket, { outline }: Made, { document }: Post): Promise<void> {
  const planned = new Set(outline?.sections.map(({ id }) => id));
  const sections = document.sections.map(({ id, heading, sourceIds }) => ({
    id,
    heading,
    sourceIds,
  }));
  await saveCheckpoint(ticket, "outline", { title: document.title, sections, approved: true });
  for (const { id } of sections)
    if (!planned.has(id)) await saveCheckpoint(ticket, `section:${id}`, null);
}
