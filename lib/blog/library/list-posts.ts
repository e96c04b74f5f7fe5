import "server-only";
import { and, desc, eq, ilike, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { LIMITS } from "../../limits/registry";
import { notDeleted } from "../posts/live-post";
import { type PostSummary, postStatus } from "../schema";
import { countStoredWords } from "../versions/count-stored-words";
import { purgeDeleted } from "./purge-deleted";
import type { ListQuery } from "./schema";

type Filter = Partial<ListQuery>;

/** The user's newest posts, without their text; the deleted ones only where they are asked for. */
export async function listPosts(user: UserId, filter: Filter = {}): Promise<PostSummary[]> {
  const { id, topic, title, status, costUsd, createdAt, updatedAt, deletedAt } = posts;
  const stored = sql`CASE WHEN ${posts.document} IS NOT NULL THEN ${countStoredWords(posts.document)} END`;
  const words = sql<number | null>`coalesce(${posts.words}, ${stored})`.mapWith(Number);
  const rows = await asUser(user, async (tx) => {
    await purgeDeleted(tx);
    return tx
      .select({ id, topic, title, status, words, costUsd, createdAt, updatedAt, deletedAt })
      .from(posts)
      .where(and(hasWords(filter.q ?? ""), hasStatus(filter.status)))
      .orderBy(desc(filter.status === "deleted" ? deletedAt : createdAt))
      .limit(LIMITS.listedPosts);
  });
  return rows.map((row) => ({
    ...row,
    status: postStatus.parse(row.status),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    deletedAt: row.deletedAt?.toISOString() ?? null,
  }));
}

/** Every word stands in the title or the topic, in any case. */
function hasWords(q: string): SQL | undefined {
  const words = q.split(/\s+/).filter((word) => word !== "");
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  return and(
    ...patterns.map((pattern) => or(ilike(posts.title, pattern), ilike(posts.topic, pattern))),
  );
}

function hasStatus(status: Filter["status"]): SQL | undefined {
  if (status === "deleted") return isNotNull(posts.deletedAt);
  return status === undefined ? notDeleted : and(notDeleted, eq(posts.status, status));
}
