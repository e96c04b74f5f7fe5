import "server-only";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import { getPost } from "../posts/get-post";
import type { Post } from "../schema";
import { copyPost } from "./copy-post";
import { requireRoom } from "./require-room";
import { isResting } from "./schema";

/**
 * Copies a post that rests, as "Copy of …": its text, its evidence, and the checkpoints that a run
 * which goes on starts from. The copy has events of its own, has cost nothing and is ready where the
 * original is published.
 *
 * @throws AppError `not_found` when the post is not the user's; `still_writing` while its run goes on;
 *   `storage_full`.
 */
export async function duplicatePost(user: UserId, id: string): Promise<Post> {
  const original = await getPost(user, id);
  if (!original) throw new AppError("not_found");
  if (!isResting(original.status)) throw new AppError("still_writing");
  await requireRoom(user);
  const document = { ...original.document, title: `Copy of ${original.document.title}` };
  const status = original.status === "published" ? "ready" : original.status;
  const copyId = await asUser(user, (tx) => copyPost(tx, user, original, { document, status }));
  const copy = await getPost(user, copyId);
  if (!copy) throw new AppError("not_found");
  return copy;
}
