import "server-only";
import { desc } from "drizzle-orm";
import { posts } from "@/drizzle/schema";
import type { UserId } from "../auth/user-id";
import { asUser } from "../db/as-user";
import { type PostSummary, postStatus } from "./schema";

const MOST_LISTED = 200;

/** The user's newest posts, without their text. */
export async function listPosts(user: UserId): Promise<PostSummary[]> {
  const { id, topic, title, status, costUsd, createdAt, updatedAt } = posts;
  const rows = await asUser(user, (tx) =>
    tx
      .select({ id, topic, title, status, costUsd, createdAt, updatedAt })
      .from(posts)
      .orderBy(desc(createdAt))
      .limit(MOST_LISTED),
  );
  return rows.map((row) => ({
    ...row,
    status: postStatus.parse(row.status),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }));
}
