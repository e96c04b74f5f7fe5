import "server-only";
import { lt, sql } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import type { UserTransaction } from "../../db/as-user";
import { LIMITS } from "../../limits/registry";

/** Erases the user's posts whose time for a change of mind is over, with all that hangs on them. */
export async function purgeDeleted(tx: UserTransaction): Promise<void> {
  const oldest = sql`now() - make_interval(days => ${LIMITS.deletedDays})`;
  await tx.delete(posts).where(lt(posts.deletedAt, oldest));
}
