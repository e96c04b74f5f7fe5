import "server-only";
import { and, desc, eq, inArray, isNotNull, ne, sql } from "drizzle-orm";
import { posts, postVersions } from "@/drizzle/schema/posts";
import { publications } from "@/drizzle/schema/publishing";
import type { UserId } from "../auth/user-id";
import { notDeleted } from "../blog/posts/live-post";
import type { PostDocument } from "../blog/schema";
import { asUser, type UserTransaction } from "../db/as-user";
import { findCurrent, type PublicationRow } from "./to-publication";

/** A post that anybody can read: its address, and its document as it was published. */
export type LivePost = { postId: string; url: string; document: PostDocument };

const MOST_POSTS = 50;
const MOST_TRIES = 1_000;

/**
 * The user's posts that are live on a site, the newest first, without the one that asks. What was
 * published is told, not what was written since, unless that version is kept no longer.
 */
export async function listLivePosts(user: UserId, exceptPostId: string): Promise<LivePost[]> {
  return asUser(user, async (tx) => {
    const rows = await tx
      .select()
      .from(publications)
      .where(and(isNotNull(publications.remoteId), ne(publications.postId, exceptPostId)))
      .orderBy(desc(publications.createdAt), desc(publications.id))
      .limit(MOST_TRIES);
    const live = new Map<string, LiveRow>();
    for (const [postId, row] of rows.flatMap((one) => readLive(one, rows)))
      if (!live.has(postId)) live.set(postId, row);
    const newest = [...live].slice(0, MOST_POSTS);
    const documents = await readDocuments(tx, newest);
    return newest.flatMap(([postId, { id, url }]) => {
      const document = documents.get(id);
      return document ? [{ postId, url, document }] : [];
    });
  });
}

type LiveRow = { id: string; url: string };

/** A row that says where its post is to be seen now. */
function readLive(row: PublicationRow, rows: PublicationRow[]): [string, LiveRow][] {
  const { id, postId, remoteUrl } = row;
  const ofPost = rows.filter((other) => other.postId === postId);
  const isCurrent = findCurrent(ofPost, row.integrationId)?.id === id;
  if (!isCurrent || row.status !== "live" || !remoteUrl) return [];
  return /^https?:\/\/[^\s<>]+$/.test(remoteUrl) ? [[postId, { id, url: remoteUrl }]] : [];
}

/** By the id of the row. */
async function readDocuments(
  tx: UserTransaction,
  live: [string, LiveRow][],
): Promise<Map<string, PostDocument>> {
  if (live.length === 0) return new Map();
  const published = and(
    eq(postVersions.postId, publications.postId),
    eq(postVersions.version, publications.version),
  );
  const ids = live.map(([, { id }]) => id);
  const rows = await tx
    .select({
      id: publications.id,
      document: sql<PostDocument | null>`coalesce(${postVersions.document}, ${posts.document})`,
    })
    .from(publications)
    .innerJoin(posts, eq(posts.id, publications.postId))
    .leftJoin(postVersions, published)
    .where(and(inArray(publications.id, ids), notDeleted));
  return new Map(rows.flatMap(({ id, document }) => (document ? [[id, document]] : [])));
}
