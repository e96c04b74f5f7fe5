import "server-only";
import { eq } from "drizzle-orm";
import { postCheckpoints, postEvents, posts, postVersions } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import type { UserTransaction } from "../../db/as-user";
import { AppError } from "../../errors";
import { applyEvent, emptyDocument } from "../apply-event";
import { livePost } from "../posts/live-post";
import { toColumns } from "../posts/to-columns";
import type { GenerateBody, Post, PostDocument, PostEvent, PostStatus } from "../schema";
import { toEvents } from "./to-events";

/** What a copy has of its original. */
export type Copying = {
  document: PostDocument;
  status: PostStatus;
  /** What is asked for otherwise than of the original. */
  request?: Partial<GenerateBody>;
  /** Which of the checkpoints a run that goes on may start from. */
  keeps?: (step: string) => boolean;
};

/**
 * Stores a copy of a post, with events of its own that fold to its document, and a first version. It
 * has cost nothing.
 *
 * @returns its id.
 * @throws AppError `not_found` when the original is gone.
 */
export async function copyPost(
  tx: UserTransaction,
  user: UserId,
  { id, topic }: Pick<Post, "id" | "topic">,
  { document: wanted, status, request = {}, keeps = () => true }: Copying,
): Promise<string> {
  const events = toEvents(wanted, status).map(
    (event, index): PostEvent => ({ id: index + 1, ...event }),
  );
  const document = events.reduce(applyEvent, emptyDocument(topic));
  const [source] = await tx
    .select({ request: posts.request, requestHash: posts.requestHash })
    .from(posts)
    .where(livePost(id));
  if (!source) throw new AppError("not_found");
  const asked = { ...source, request: { ...Object(source.request), ...request } };
  const row = { ...asked, ...toColumns(document), userId: user, topic, status };
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
  await copyCheckpoints(tx, { from: id, postId: made.postId, keeps });
  return made.postId;
}

type Checkpoints = { from: string; postId: string; keeps: (step: string) => boolean };

async function copyCheckpoints(
  tx: UserTransaction,
  { from, postId, keeps }: Checkpoints,
): Promise<void> {
  const { step, userId, data, finishedAt } = postCheckpoints;
  const rows = await tx
    .select({ step, userId, data, finishedAt })
    .from(postCheckpoints)
    .where(eq(postCheckpoints.postId, from));
  const kept = rows.filter((row) => keeps(row.step));
  if (kept.length > 0)
    await tx.insert(postCheckpoints).values(kept.map((row) => ({ ...row, postId })));
}
