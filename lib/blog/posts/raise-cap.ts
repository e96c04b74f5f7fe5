import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import { log } from "../../logs/log";
import { saveCap } from "../../usage/cap/save-cap";
import type { CapBody, CapState } from "../../usage/schema";
import { notDeleted } from "./live-post";
import { resumePost } from "./resume-post";

/**
 * Sets the month's cap, then goes on with the runs that it had stopped. One that still does not fit
 * parks again, and one that cannot go on for another reason stays as it is.
 */
export async function raiseCap(user: UserId, body: CapBody): Promise<CapState> {
  const cap = await saveCap(user, body);
  for (const id of await listParked(user)) await goOn(user, id);
  return cap;
}

/** The runs that wait for the month's cap, or for a price that only a cap makes necessary. */
async function listParked(user: UserId): Promise<string[]> {
  const problem = sql`${posts.document} -> 'problem'`;
  const isParked = sql`(${problem} ->> 'cap' = 'month' OR ${problem} ->> 'code' = 'price_missing')`;
  const rows = await asUser(user, (tx) =>
    tx
      .select({ id: posts.id })
      .from(posts)
      .where(and(eq(posts.status, "needs-key"), notDeleted, isParked))
      .orderBy(posts.createdAt),
  );
  return rows.map(({ id }) => id);
}

async function goOn(user: UserId, id: string): Promise<void> {
  try {
    await resumePost(user, id);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log.info({ postId: id, code: error.code }, "A parked run was not gone on with");
  }
}
