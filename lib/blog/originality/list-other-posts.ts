import "server-only";
import { and, desc, isNotNull, ne, sql } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { notDeleted } from "../posts/live-post";
import type { Section } from "../schema";
import type { OtherPost } from "./measure-originality";

/** So many posts, and so many characters of them all, are compared at the most. */
const MOST_POSTS = 40;
const MOST_CHARACTERS = 400_000;

/** The user's other posts with their stored text, the newest first, as far as the bounds go. */
export async function listOtherPosts(user: UserId, postId: string): Promise<OtherPost[]> {
  const rows = await asUser(user, (tx) =>
    tx
      .select({
        id: posts.id,
        title: posts.title,
        sections: sql<Section[] | null>`${posts.document} -> 'sections'`,
      })
      .from(posts)
      .where(and(ne(posts.id, postId), isNotNull(posts.document), notDeleted))
      .orderBy(desc(posts.updatedAt), desc(posts.id))
      .limit(MOST_POSTS),
  );
  let left = MOST_CHARACTERS;
  return rows.flatMap(({ id, title, sections }) => {
    const text = (sections ?? []).map(({ markdown }) => markdown).join("\n\n");
    const read = text.slice(0, Math.max(0, left));
    left -= read.length;
    return read === "" ? [] : [{ id, title, text: read }];
  });
}
