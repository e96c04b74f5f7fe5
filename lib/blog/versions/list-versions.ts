import "server-only";
import { desc, eq, sql } from "drizzle-orm";
import { postVersions } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import { LIMITS } from "../../limits/registry";
import type { VersionSummary } from "../edit/schema";
import { getPost } from "../posts/get-post";
import { countStoredWords } from "./count-stored-words";

const MOST = LIMITS.listedVersions;

/** The saved states of a post, the newest first. @throws AppError `not_found` when it is not the user's. */
export async function listVersions(user: UserId, postId: string): Promise<VersionSummary[]> {
  if (!(await getPost(user, postId))) throw new AppError("not_found");
  const { version, reason, createdAt } = postVersions;
  const words =
    sql<number>`coalesce(${postVersions.words}, ${countStoredWords(postVersions.document)})`.mapWith(
      Number,
    );
  const rows = await asUser(user, (tx) =>
    tx
      .select({ version, reason, createdAt, words })
      .from(postVersions)
      .where(eq(postVersions.postId, postId))
      .orderBy(desc(version))
      .limit(MOST),
  );
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}
