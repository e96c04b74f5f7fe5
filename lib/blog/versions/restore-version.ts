import "server-only";
import type { UserId } from "../../auth/user-id";
import { type Along, changePost } from "../edit/change-post";
import { listChanges } from "../edit/list-changes";
import { requireVersion } from "../edit/save-edit";
import type { Post } from "../schema";
import { requireVersionDocument } from "./get-version";

/** The version to go back to, and the one that is stored now. */
type Restoring = { earlier: number; version: number };

/**
 * Makes an earlier version the newest one: its title, sections, citations, verdicts and search
 * details, exactly. What was there stays a version; research and cost stay as they are.
 *
 * @throws AppError `not_found`, `still_writing`, `edit_conflict`.
 */
export function restoreVersion(
  user: UserId,
  postId: string,
  { earlier, version }: Restoring,
  along?: Along,
): Promise<Post> {
  const decide: Parameters<typeof changePost>[2] = async (post, tx) => {
    requireVersion(post.version, version);
    const { title, sections, citations, verdicts, seo } = await requireVersionDocument(
      tx,
      postId,
      earlier,
    );
    const next = { ...post.document, title, sections, citations, verdicts, seo };
    return { events: listChanges(post.document, next), reason: "restore" };
  };
  return changePost(user, postId, decide, along);
}
