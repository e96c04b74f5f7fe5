import "server-only";
import { eq } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import { asUser } from "../../db/as-user";
import type { Ticket } from "../durable/step-results";
import { publishEvents } from "../events/event-feed";
import { insertEvents } from "../events/insert-events";
import { totalCost } from "../report-cost";

/**
 * Tells the followers of a post that waits for its user what it has cost so far. Says nothing where the
 * run goes on or has ended meanwhile: then the run, or its end, tells it.
 */
export async function countWaitingCost({ user, postId }: Ticket): Promise<void> {
  const events = await asUser(user, async (tx) => {
    const [post] = await tx.select().from(posts).where(eq(posts.id, postId)).for("update");
    if (post?.status !== "waiting") return [];
    const cost = await totalCost(tx, postId);
    const lastSeq = post.lastSeq + 1;
    await tx.update(posts).set({ lastSeq, costUsd: cost.totalUsd }).where(eq(posts.id, postId));
    const locked = { user, postId, lastSeq: post.lastSeq };
    return insertEvents(tx, locked, [{ type: "cost", data: cost }]);
  });
  publishEvents(postId, events);
}
