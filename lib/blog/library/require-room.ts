import "server-only";
import { sql } from "drizzle-orm";
import type { UserId } from "../../auth/user-id";
import { asUser, type UserTransaction } from "../../db/as-user";
import { AppError, ERRORS } from "../../errors";
import { LIMITS } from "../../limits/registry";
import type { PostDocument } from "../schema";

const MEGABYTE = 1024 * 1024;

/**
 * Refuses one more post to who has as many as anybody may have, or as much in them.
 *
 * @throws AppError `storage_full`.
 */
export async function requireRoom(user: UserId, megabytes?: number): Promise<void> {
  const { posts, bytes } = await asUser(user, measure);
  if (posts >= LIMITS.postsOfUser) refuse(`You have ${write(posts)} posts, the most there may be.`);
  requireBytes(bytes, megabytes);
}

/**
 * Refuses an edit that makes a post larger that is far above the usual size, where all posts of its
 * user take too much room. Edits of usual posts are never asked about.
 *
 * @throws AppError `storage_full`.
 */
export async function requireRoomToGrow(
  tx: UserTransaction,
  before: PostDocument,
  after: PostDocument,
  megabytes?: number,
): Promise<void> {
  const size = JSON.stringify(after).length;
  const isUsual = size <= LIMITS.usualPostKilobytes * 1024;
  if (isUsual || size <= JSON.stringify(before).length) return;
  requireBytes((await measure(tx)).bytes, megabytes);
}

function requireBytes(bytes: number, megabytes: number = LIMITS.storedMegabytes): void {
  if (bytes < megabytes * MEGABYTE) return;
  const taken = write(Math.floor(bytes / MEGABYTE));
  refuse(`Your posts take ${taken} MB, of ${write(megabytes)} that there are.`);
}

function refuse(why: string): never {
  throw new AppError("storage_full", { detail: `${why} ${ERRORS.storage_full.detail}` });
}

function write(count: number): string {
  return count.toLocaleString("en");
}

/** What the posts of a user take in the database, with all that hangs on them; deleted ones too. */
async function measure(tx: UserTransaction): Promise<{ posts: number; bytes: number }> {
  const [row] = await tx.execute(sql`
    SELECT count(*)::int AS posts, coalesce(sum(
      coalesce(pg_column_size(document), 0) + pg_column_size(request)
      + coalesce((SELECT sum(pg_column_size(data) + 100) FROM post_events e WHERE e.post_id = p.id), 0)
      + coalesce((SELECT sum(coalesce(pg_column_size(document), 0) + coalesce(pg_column_size(delta), 0) + 100)
          FROM post_versions v WHERE v.post_id = p.id), 0)
      + coalesce((SELECT sum(coalesce(pg_column_size(data), 0)) FROM post_checkpoints c WHERE c.post_id = p.id), 0)
    ), 0)::float8 AS bytes FROM posts p`);
  return { posts: Number(row?.posts ?? 0), bytes: Number(row?.bytes ?? 0) };
}
