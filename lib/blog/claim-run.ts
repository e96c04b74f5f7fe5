import "server-only";
import { and, eq } from "drizzle-orm";
import { posts } from "@/drizzle/schema";
import type { UserId } from "../auth/user-id";
import { asUser } from "../db/as-user";

/** Marks a queued post as running. @returns false when it was stopped while it waited. */
export async function claimRun(user: UserId, postId: string): Promise<boolean> {
  const claimed = await asUser(user, (tx) =>
    tx
      .update(posts)
      .set({ status: "running", updatedAt: new Date() })
      .where(and(eq(posts.id, postId), eq(posts.status, "queued")))
      .returning({ id: posts.id }),
  );
  return claimed.length > 0;
}
