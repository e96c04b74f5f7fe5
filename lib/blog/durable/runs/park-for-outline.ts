import "server-only";
import { and, eq } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import { asUser } from "../../../db/as-user";
import { addNotice } from "../../../notices/add-notice";
import { appendEvents } from "../../events/append-events";
import { publishEvents } from "../../events/event-feed";
import { RunEndedError } from "../run-ended-error";
import type { Ticket } from "../step-results";

/** Lets a run wait for its user, for days if need be: nothing of it stays in any process. */
export async function parkForOutline({ user, postId }: Ticket): Promise<void> {
  try {
    const wait = { type: "wait" as const, data: { until: null, reason: "outline" as const } };
    publishEvents(postId, await appendEvents(user, postId, [wait]));
  } catch (error) {
    if (error instanceof RunEndedError) return;
    throw error;
  }
  await asUser(user, async (tx) => {
    const parked = await tx
      .update(posts)
      .set({ status: "waiting", updatedAt: new Date() })
      .where(and(eq(posts.id, postId), eq(posts.status, "running")))
      .returning({ id: posts.id });
    if (parked.length > 0) await addNotice(tx, user, postId, "waiting");
  });
}
