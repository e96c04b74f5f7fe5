import "server-only";
import { count, inArray } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import { usageEvents } from "@/drizzle/schema/usage";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";

/** True while a run of the user goes on, or a call is under way: what they have spent is about to change. */
export async function isSpending(user: UserId): Promise<boolean> {
  return asUser(user, async (tx) => {
    const [calls] = await tx
      .select({ number: count() })
      .from(usageEvents)
      .where(inArray(usageEvents.status, ["pending"]));
    const [runs] = await tx
      .select({ number: count() })
      .from(posts)
      .where(inArray(posts.status, ["queued", "running"]));
    return (calls?.number ?? 0) + (runs?.number ?? 0) > 0;
  });
}
