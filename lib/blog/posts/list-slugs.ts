import "server-only";
import { and, isNull, ne, sql } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";

/** The slugs of the user's other posts that are not deleted. */
export async function listSlugs(user: UserId, exceptPostId: string): Promise<Set<string>> {
  const slug = sql<string | null>`${posts.document}->'seo'->>'slug'`;
  const others = and(ne(posts.id, exceptPostId), isNull(posts.deletedAt));
  const rows = await asUser(user, (tx) => tx.select({ slug }).from(posts).where(others));
  return new Set(rows.flatMap((row) => row.slug ?? []));
}
