import "server-only";
import { desc, eq } from "drizzle-orm";
import { publications } from "@/drizzle/schema/publishing";
import type { UserId } from "../auth/user-id";
import { getPost } from "../blog/posts/get-post";
import { asUser } from "../db/as-user";
import { AppError } from "../errors";
import { listIntegrations } from "../integrations/list-integrations";
import { getPublisher } from "../integrations/registry";
import { checkReadinessToPublish } from "./check-readiness-to-publish";
import type { PublicationsAnswer } from "./schema";
import { findCurrent, toPublication } from "./to-publication";

/**
 * Everything about publishing a post: what was done, what stands against it, and where it may go.
 *
 * @throws AppError `not_found`.
 */
export async function listPublications(user: UserId, postId: string): Promise<PublicationsAnswer> {
  const post = await getPost(user, postId);
  if (!post) throw new AppError("not_found");
  const rows = await asUser(user, (tx) =>
    tx
      .select()
      .from(publications)
      .where(eq(publications.postId, postId))
      .orderBy(desc(publications.createdAt), desc(publications.id)),
  );
  const sites = await listIntegrations(user);
  return {
    publications: rows.map(toPublication),
    readiness: checkReadinessToPublish(post),
    sites: sites.map(({ id, kind, siteUrl, isPrimary }) => {
      const current = findCurrent(rows, id);
      const { name } = getPublisher(kind).card;
      return {
        id,
        kind,
        siteUrl,
        isPrimary,
        name,
        current: current ? toPublication(current) : null,
      };
    }),
  };
}
