import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { assistantSuggestions } from "@/drizzle/schema/assistant";
import { posts } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { livePost } from "../../blog/posts/live-post";
import { asUser, type UserTransaction } from "../../db/as-user";
import { AppError } from "../../errors";
import { type Suggestion, suggestion } from "../schema";

type Filter = { threadId: string } | { postId: string };
const { kind: kinds, status: statuses, shown } = suggestion.shape;

/**
 * The suggestions of a thread, decided or not; or those that wait for a post.
 *
 * @throws AppError `not_found` when the post is not the user's.
 */
export async function listSuggestions(user: UserId, filter: Filter): Promise<Suggestion[]> {
  const { threadId, postId, status, createdAt } = assistantSuggestions;
  const wanted =
    "threadId" in filter
      ? eq(threadId, filter.threadId)
      : and(eq(postId, filter.postId), eq(status, "waiting"));
  const rows = await asUser(user, async (tx) => {
    if ("postId" in filter) await requireLivePost(tx, filter.postId);
    return tx
      .select({ row: assistantSuggestions, version: posts.version })
      .from(assistantSuggestions)
      .leftJoin(posts, eq(posts.id, postId))
      .where(wanted)
      .orderBy(asc(createdAt));
  });
  return rows.map(({ row, version }) => toSuggestion(row, version));
}

async function requireLivePost(tx: UserTransaction, id: string): Promise<void> {
  const found = await tx.select({ id: posts.id }).from(posts).where(livePost(id));
  if (found.length === 0) throw new AppError("not_found");
}

function toSuggestion(
  row: typeof assistantSuggestions.$inferSelect,
  version: number | null,
): Suggestion {
  const { id, threadId, toolCallId, postId, basedOn, title, reason } = row;
  const known = { id, threadId, toolCallId, postId, basedOn, title, reason };
  return {
    ...known,
    kind: kinds.parse(row.kind),
    shown: shown.parse(row.shown),
    status: statuses.parse(row.status),
    stale: row.status === "waiting" && row.kind === "post" && version !== basedOn,
    createdAt: row.createdAt.toISOString(),
  };
}
