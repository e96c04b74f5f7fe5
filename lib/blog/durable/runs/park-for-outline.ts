import "server-only";
import { and, eq } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import { asUser } from "../../../db/as-user";
import { addNotice } from "../../../notices/add-notice";
import { publishEvents } from "../../events/event-feed";
import { insertEvents } from "../../events/insert-events";
import type { Ticket } from "../step-results";

const WAIT = { type: "wait", data: { until: null, reason: "outline" } } as const;

/**
 * Lets a run wait for its user, for days if need be: nothing of it stays in any process. It waits from
 * the moment that says so, or whoever answers at once would be told that nothing waits.
 */
export async function parkForOutline({ user, postId }: Ticket): Promise<void> {
  const events = await asUser(user, async (tx) => {
    const [post] = await tx
      .select({ lastSeq: posts.lastSeq })
      .from(posts)
      .where(and(eq(posts.id, postId), eq(posts.status, "running")))
      .for("update");
    if (!post) return [];
    const parked = { status: "waiting", lastSeq: post.lastSeq + 1, updatedAt: new Date() };
    await tx.update(posts).set(parked).where(eq(posts.id, postId));
    await addNotice(tx, user, postId, "waiting");
    return insertEvents(tx, { user, postId, ...post }, [WAIT]);
  });
  publishEvents(postId, events);
}
