import "server-only";
import { and, desc, eq, inArray, isNotNull, ne, sql } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import type { EarlierRuns } from "./schema";

const MOST_RUNS = 5;
/** Posts count whose wanted length differs by this factor at the most. */
const ALIKE = 1.5;
const words = sql<number>`(${posts.request}->>'wordCount')::int`;
const seconds = sql<number>`extract(epoch from ${posts.finishedAt} - ${posts.createdAt})::float8`;

/**
 * Measures what can be said of a run's time: the user's own runs to compare it with, without those
 * that waited for an outline to be approved. Null where there is none.
 */
export async function timeEarlierRuns(
  user: UserId,
  postId: string,
  wordCount: number,
): Promise<EarlierRuns | null> {
  const rows = await asUser(user, (tx) =>
    tx
      .select({ seconds })
      .from(posts)
      .where(
        and(
          ne(posts.id, postId),
          inArray(posts.status, ["ready", "published"]),
          isNotNull(posts.finishedAt),
          eq(sql`coalesce(${posts.request}->>'approveOutline', 'false')`, "false"),
          sql`${words} BETWEEN ${Math.floor(wordCount / ALIKE)} AND ${Math.ceil(wordCount * ALIKE)}`,
        ),
      )
      .orderBy(desc(posts.createdAt))
      .limit(MOST_RUNS),
  );
  const times = rows.map((row) => row.seconds);
  if (times.length === 0) return null;
  return { count: times.length, shortest: Math.min(...times), longest: Math.max(...times) };
}
