import "server-only";
import { lt } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import type { UserTransaction } from "../../db/as-user";
import { LIMITS } from "../../limits/registry";

const DAY_MS = 86_400_000;

/** Erases the user's posts whose time for a change of mind is over, with all that hangs on them. */
export async function purgeDeleted(tx: UserTransaction): Promise<void> {
  await tx
    .delete(posts)
    .where(lt(posts.deletedAt, new Date(Date.now() - LIMITS.deletedDays * DAY_MS)));
}
