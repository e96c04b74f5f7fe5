import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { postEvents } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import type { EventData } from "../schema";

type Row = { id: string; status: string };
/** By the clock of the database, which has set the time too: servers' clocks differ. */
const IS_OVER = sql<boolean>`coalesce((${postEvents.data} ->> 'until')::timestamptz < now(), false)`;

/**
 * What a run waits for: its user where its status says that it waits; a provider's quota while that
 * is the last it said and its time is not over. Null for any other post.
 */
export async function findWait(user: UserId, post: Row): Promise<EventData["wait"] | null> {
  if (post.status !== "running" && post.status !== "waiting") return null;
  const waits = post.status === "waiting" ? eq(postEvents.type, "wait") : undefined;
  const [last] = await asUser(user, (tx) =>
    tx
      .select({ type: postEvents.type, data: postEvents.data, isOver: IS_OVER })
      .from(postEvents)
      .where(and(eq(postEvents.postId, post.id), waits))
      .orderBy(desc(postEvents.seq))
      .limit(1),
  );
  if (last?.type !== "wait") return null;
  return last.isOver ? null : (last.data as EventData["wait"]);
}
