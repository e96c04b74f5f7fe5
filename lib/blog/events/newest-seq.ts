import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { postEvents, posts } from "@/drizzle/schema/posts";

/** The id of a post's last event: as the post counts them, or as they are stored where it has lost count. */
export function newestSeq(postId: string): SQL<number> {
  return sql<number>`greatest(${posts.lastSeq}, (
    SELECT coalesce(max(${postEvents.seq}), 0) FROM ${postEvents} WHERE ${postEvents.postId} = ${postId}
  ))`.mapWith(Number);
}
