import "server-only";
import { posts } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser, type UserTransaction } from "../../db/as-user";
import { AppError } from "../../errors";
import { emptyDocument } from "../apply-event";
import { selectEvents } from "../events/select-events";
import { foldEvents } from "../fold-events";
import { type GenerateBody, isLive, type Post, type PostDocument, postStatus } from "../schema";
import { livePost } from "./live-post";

/** A post whose run has ended. */
export type EndedPost = Post & { request: GenerateBody };

/** Holds an ended post's row until the transaction is over. @throws AppError `not_found`; `still_writing`. */
export async function lockEnded(tx: UserTransaction, id: string): Promise<EndedPost> {
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
