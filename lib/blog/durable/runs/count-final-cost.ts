import "server-only";
import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import { asUser } from "../../../db/as-user";
import { publishEvents } from "../../events/event-feed";
import { insertEvents } from "../../events/insert-events";
import { totalCost } from "../../report-cost";
import { isLive, type PostDocument, postStatus } from "../../schema";
import type { Ticket } from "../step-results";

/** Says what the calls have cost that were still open when the run was ended, or that they cost nothing. */
export async function countFinalCost({ user, postId }: Ticket): Promise<void> {
  const events = await asUser(user, async (tx) => {
    const [post] = await tx.select().from(posts).where(eq(posts.id, postId)).for("update");
    const document = post?.document as PostDocument | null | undefined;
    if (!post || !document) return [];
    const status = postStatus.parse(post.status);
    if (isLive(status)) return [];
    const cost = await totalCost(tx, postId);
    if (isDeepStrictEqual(document.cost, cost)) return [];
    const last = await insertEvents(tx, { user, postId, lastSeq: post.lastSeq }, [
      { type: "cost", data: cost },
      { type: "done", data: { status } },
    ]);
    await tx
      .update(posts)
      .set({ document: { ...document, cost }, costUsd: cost.totalUsd, lastSeq: post.lastSeq + 2 })
      .where(eq(posts.id, postId));
    return last;
  });
  publishEvents(postId, events);
}
