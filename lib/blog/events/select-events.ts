import "server-only";
import { and, asc, eq, gt } from "drizzle-orm";
import { postEvents } from "@/drizzle/schema/posts";
import type { UserTransaction } from "../../db/as-user";
import type { PostEvent } from "../schema";

/**
 * Reads the stored events of a post after an id, in order. `appendEvents`, `insertEvents` and `copyPost`
 * write them.
 */
export async function selectEvents(
  tx: UserTransaction,
  postId: string,
  after = 0,
): Promise<PostEvent[]> {
  const rows = await tx
    .select({ id: postEvents.seq, type: postEvents.type, data: postEvents.data })
    .from(postEvents)
    .where(and(eq(postEvents.postId, postId), gt(postEvents.seq, after)))
    .orderBy(asc(postEvents.seq));
  return rows as PostEvent[];
}
