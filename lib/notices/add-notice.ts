import "server-only";
import { notices } from "@/drizzle/schema/posts";
import type { UserId } from "../auth/user-id";
import type { UserTransaction } from "../db/as-user";
import { selectSettings } from "../settings/get-settings";
import { markRead } from "./read-notices";
import type { NoticeKind } from "./schema";

/**
 * Tells a user something about a post, in the transaction that makes it true. Earlier notices of the
 * post are read by this: only the newest says what is to be done. Kinds that the user has muted are left out.
 */
export async function addNotice(
  tx: UserTransaction,
  user: UserId,
  postId: string,
  kind: NoticeKind,
): Promise<void> {
  await markRead(tx, { postId });
  const { mutedNotices } = await selectSettings(tx);
  if (!mutedNotices.includes(kind)) await tx.insert(notices).values({ userId: user, postId, kind });
}
