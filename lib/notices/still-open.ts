import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { notices, posts } from "@/drizzle/schema/posts";
import { notDeleted } from "../blog/posts/live-post";
import { capSince } from "../usage/cap/cap-since";

/**
 * True of a notice, joined to its post, that is still so: the newest of what it is about, and what it
 * asks for is not done. A post that goes on, by whatever way, no longer waits, lacks a key or has
 * failed; a cap that was changed, or whose month is over, is no longer near. Read from how things
 * stand, so that nobody who changes them has to think of the bell.
 */
export function stillOpen(): SQL {
  const { postId, kind, createdAt } = notices;
  return sql`CASE WHEN ${postId} IS NULL
    THEN ${createdAt} >= coalesce((SELECT ${capSince()} FROM user_settings s), '-infinity')
    ELSE ${notDeleted} AND (${kind} = 'ready' OR ${kind} = ${posts.status})
    END AND ${notices.id} IN (
      SELECT DISTINCT ON (post_id) id FROM notices ORDER BY post_id, created_at DESC, id DESC)`;
}
