import "server-only";
import { and, eq, isNull, type SQL } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";

/** Posts that their user has not deleted: every reader of posts but the library itself asks for these. */
export const notDeleted: SQL = isNull(posts.deletedAt);

/** One post by its id, unless it is deleted. */
export function livePost(id: string): SQL | undefined {
  return and(eq(posts.id, id), notDeleted);
}
