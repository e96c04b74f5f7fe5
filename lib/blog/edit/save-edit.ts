import "server-only";
import type { UserId } from "../../auth/user-id";
import { AppError } from "../../errors";
import type { Post, Source } from "../schema";
import { applyEdit } from "./apply-edit";
import { type Along, changePost } from "./change-post";
import { listChanges } from "./list-changes";
import { keepSources, readEvidence } from "./read-evidence";
import type { SaveEditBody } from "./schema";

/**
 * Saves an edit of the version that it names: as a new version, and as events that bring every
 * follower to the same document. An edit that changes nothing makes no version.
 *
 * @returns the post with its new version.
 * @throws AppError `edit_conflict` when another version was saved meanwhile; `still_writing` while a
 *   run may write; `not_found` when the post is not the user's; `invalid` when a section should draw
 *   on a source that the post does not have.
 */
export function saveEdit(
  user: UserId,
  postId: string,
  edit: SaveEditBody,
  along?: Along,
): Promise<Post> {
  const decide: Parameters<typeof changePost>[2] = async ({ document, version }, tx) => {
    requireVersion(version, edit.version);
    const evidence = await readEvidence(tx, postId);
    const next = applyEdit(document, edit, evidence);
    refuseUnknownSources(edit, next.sources);
    const fresh = new Set(next.sources.slice(document.sources.length).map(({ id }) => id));
    await keepSources(tx, postId, {
      sources: evidence.sources.filter(({ id }) => fresh.has(id)),
      passages: evidence.passages.filter(({ sourceId }) => fresh.has(sourceId)),
    });
    return { events: listChanges(document, next), reason: edit.reason };
  };
  return changePost(user, postId, decide, along);
}

function refuseUnknownSources({ sections = [] }: SaveEditBody, sources: Source[]): void {
  const known = new Set(sources.map(({ id }) => id));
  const fields = sections.flatMap(({ sourceIds = [] }, index) => {
    const unknown = sourceIds.filter((id) => !known.has(id)).map((id) => `“${id}”`);
    const message = `The post has no source ${unknown.join(", ")}. Name sources of this post.`;
    return unknown.length > 0 ? [{ field: `sections.${index}.sourceIds`, message }] : [];
  });
  if (fields.length > 0) throw new AppError("invalid", { fields });
}

/** @throws AppError `edit_conflict` when the stored version is another one. */
export function requireVersion(stored: number, sent: number): void {
  if (stored !== sent) throw new AppError("edit_conflict");
}
