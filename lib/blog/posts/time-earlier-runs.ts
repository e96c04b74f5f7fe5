import "server-only";
import { and, desc, eq, inArray, isNotNull, ne, sql } from "drizzle-orm";
import { postCheckpoints, posts } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser, type UserTransaction } from "../../db/as-user";
import { STAGES } from "../schema";
import type { EarlierRuns, StageTimes } from "./schema";

const MOST_RUNS = 5;
/** Posts count whose wanted length differs by this factor at the most. */
const ALIKE = 1.5;
const words = sql<number>`(${posts.request}->>'wordCount')::int`;
/** The steps that a run is cut into, by what their user sees: each section is one. */
const stage = sql<string>`CASE ${postCheckpoints.step} WHEN 'library' THEN 'search'
  ELSE regexp_replace(${postCheckpoints.step}, '^section:.*', 'sections') END`;
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
  const { rows, stages } = await asUser(user, async (tx) => {
    const rows = await tx
      .select({ id: posts.id, seconds })
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
      .limit(MOST_RUNS);
    const ids = rows.map(({ id }) => id);
    return { rows, stages: ids.length === 0 ? {} : await timeStages(tx, ids) };
  });
  const times = rows.map((row) => row.seconds);
  if (times.length === 0) return null;
  const [shortest, longest] = [Math.min(...times), Math.max(...times)];
  return { count: times.length, shortest, longest, stages };
}

/** From the first step of a stage that was begun to the last that was done, in the middle of the runs. */
async function timeStages(tx: UserTransaction, ids: string[]): Promise<StageTimes> {
  const { createdAt, finishedAt } = postCheckpoints;
  const took = sql<number>`extract(epoch from max(${finishedAt}) - min(${createdAt}))::float8`;
  const rows = await tx
    .select({ stage, took })
    .from(postCheckpoints)
    .where(and(inArray(postCheckpoints.postId, ids), isNotNull(finishedAt)))
    .groupBy(postCheckpoints.postId, stage);
  const measured = STAGES.flatMap((id) => {
    const times = rows.filter((row) => row.stage === id).map((row) => row.took);
    const middle = times.sort((one, other) => one - other)[Math.floor(times.length / 2)];
    return middle === undefined ? [] : [[id, middle] as const];
  });
  return Object.fromEntries(measured);
}
