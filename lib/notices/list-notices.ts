import "server-only";
import { and, count, desc, eq, isNull } from "drizzle-orm";
import { notices, posts } from "@/drizzle/schema/posts";
import type { UserId } from "../auth/user-id";
import { asUser } from "../db/as-user";
import { LIMITS } from "../limits/registry";
import { type NoticeList, noticeKind } from "./schema";
import { stillOpen } from "./still-open";

/** What there still is to be told to a user, newest first, and how much of it is unread in all. */
export async function listNotices(user: UserId): Promise<NoticeList> {
  const { id, postId, kind, createdAt, readAt } = notices;
  const isShown = stillOpen();
  const [rows, [unread]] = await asUser(user, async (tx) => [
    await tx
      .select({ id, postId, kind, title: posts.title, createdAt, readAt })
      .from(notices)
      .leftJoin(posts, eq(postId, posts.id))
      .where(isShown)
      .orderBy(desc(createdAt), desc(id))
      .limit(LIMITS.listedNotices),
    await tx
      .select({ number: count() })
      .from(notices)
      .leftJoin(posts, eq(postId, posts.id))
      .where(and(isNull(readAt), isShown)),
  ]);
  return {
    unread: unread?.number ?? 0,
    notices: rows.map((row) => ({
      ...row,
      kind: noticeKind.parse(row.kind),
      createdAt: row.createdAt.toISOString(),
      readAt: row.readAt?.toISOString() ?? null,
    })),
  };
}
