import "server-only";
import { desc, eq, sql } from "drizzle-orm";
import { postVersions } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import { LIMITS } from "../../limits/registry";
import type { VersionSummary } from "../edit/schema";
import { getPost } from "../posts/get-post";

/** Words of all sections, without their citation marks; counted where the documents are. */
const WORDS = sql<number>`(
  SELECT count(*) FROM jsonb_array_elements(${postVersions.document}->'sections') AS section,
  regexp_matches(regexp_replace(section->>'markdown', '\\[\\^S[0-9]+\\.p[0-9]+\\]', '', 'g'), '\\S*\\w\\S*', 'g')
)`.mapWith(Number);
const MOST = LIMITS.listedVersions;

/** The saved states of a post, the newest first. @throws AppError `not_found` when it is not the user's. */
export async function listVersions(user: UserId, postId: string): Promise<VersionSummary[]> {
  if (!(await getPost(user, postId))) throw new AppError("not_found");
  const { version, reason, createdAt } = postVersions;
  const rows = await asUser(user, (tx) =>
    tx
      .select({ version, reason, createdAt, words: WORDS })
      .from(postVersions)
      .where(eq(postVersions.postId, postId))
      .orderBy(desc(version))
      .limit(MOST),
  );
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}
