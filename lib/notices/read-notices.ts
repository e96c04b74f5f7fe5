import "server-only";
import { and, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { notices } from "@/drizzle/schema/posts";
import type { UserId } from "../auth/user-id";
import { asUser, type UserTransaction } from "../db/as-user";
import type { ReadNotices } from "./schema";

/** Marks notices of a user as read; those of somebody else, and read ones, stay as they are. */
export async function readNotices(user: UserId, which: ReadNotices): Promise<void> {
  await asUser(user, (tx) => markRead(tx, which));
}

/** The same within a transaction of the user. */
export async function markRead(tx: UserTransaction, which: ReadNotices): Promise<void> {
  await tx
    .update(notices)
    .set({ readAt: new Date() })
    .where(and(isNull(notices.readAt), isOneOf(which)));
}

function isOneOf(which: ReadNotices): SQL | undefined {
  if ("ids" in which) return inArray(notices.id, which.ids);
  return "postId" in which ? eq(notices.postId, which.postId) : undefined;
}
