import "server-only";
import { and, desc, eq, inArray } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import { publications } from "@/drizzle/schema/publishing";
import type { UserId } from "../auth/user-id";
import { asUser, type UserTransaction } from "../db/as-user";
import type { SitePost } from "../integrations/publisher";
import { findCurrent, type PublicationRow } from "./to-publication";

/** What came of a try: the post on the site; why not, and whether it may be there all the same; deleted there. */
export type Outcome = SitePost | { problem: string; unsure: boolean } | { gone: true };

/** Writes down what came of a try; a post that is live anywhere is `published`, otherwise `ready`. */
export async function settlePublication(
  user: UserId,
  id: string,
  outcome: Outcome,
): Promise<PublicationRow> {
  return asUser(user, async (tx) => {
    const change = { ...describe(outcome), updatedAt: new Date() };
    const [row] = await tx
      .update(publications)
      .set(change)
      .where(eq(publications.id, id))
      .returning();
    if (!row) throw new Error("The row of a publication is gone.");
    if (!("problem" in outcome)) await markPost(tx, row.postId);
    return row;
  });
}

function describe(outcome: Outcome) {
  if ("state" in outcome)
    return {
      ...{ status: outcome.state, problem: null },
      ...{ remoteId: outcome.id, remoteUrl: outcome.url },
      ...(outcome.state === "scheduled" && outcome.at ? { scheduledFor: outcome.at } : {}),
      kept: { ...outcome.kept, ...(outcome.warning ? { warning: outcome.warning } : {}) },
    };
  if ("gone" in outcome) return { status: "gone", problem: null };
  return { status: outcome.unsure ? "unknown" : "failed", problem: outcome.problem };
}

async function markPost(tx: UserTransaction, postId: string): Promise<void> {
  const rows = await tx
    .select()
    .from(publications)
    .where(eq(publications.postId, postId))
    .orderBy(desc(publications.updatedAt));
  const sites = [...new Set(rows.map(({ integrationId }) => integrationId))];
  const live = sites.some((site) => findCurrent(rows, site)?.status === "live");
  const finished = and(eq(posts.id, postId), inArray(posts.status, ["ready", "published"]));
  await tx
    .update(posts)
    .set({ status: live ? "published" : "ready" })
    .where(finished);
}
