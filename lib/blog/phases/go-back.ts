import "server-only";
import { postCheckpoints } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser, type UserTransaction } from "../../db/as-user";
import { AppError } from "../../errors";
import { copyPost } from "../library/copy-post";
import { requireRoom } from "../library/require-room";
import { isResting } from "../library/schema";
import { toOutlineItem } from "../outline/to-outline-item";
import { getPost } from "../posts/get-post";
import { requireAllKeys } from "../posts/require-all-keys";
import { resumePost } from "../posts/resume-post";
import type { Post, PostDocument } from "../schema";
import type { Phase } from "./schema";

/** The steps whose work a phase starts from. The outline is kept as its author has it now. */
const KEPT = {
  search: ["preflight", "model", "plan"],
  outline: ["preflight", "model", "plan", "library"],
  sections: ["preflight", "model", "plan", "library"],
} as const satisfies Record<Phase, readonly string[]>;

/**
 * Takes a written post back to a phase: a copy goes on from there with what was paid for until then, and
 * the post itself stays as it is, whatever becomes of the copy.
 *
 * @returns the copy, whose run has begun.
 * @throws AppError `not_found`; `still_writing` while its run goes on; `key_missing` and its kin before
 *   anything is copied; `storage_full`.
 */
export async function goBack(user: UserId, id: string, phase: Phase): Promise<Post> {
  const original = await getPost(user, id);
  if (!original) throw new AppError("not_found");
  if (!isResting(original.status)) throw new AppError("still_writing");
  await requireAllKeys(user);
  await requireRoom(user);
  const kept: readonly string[] = KEPT[phase];
  const copyId = await asUser(user, async (tx) => {
    const made = await copyPost(tx, user, original, {
      document: cutBack(original.document, phase),
      status: "stopped",
      ...(phase === "outline" ? { request: { approveOutline: true } } : {}),
      keeps: (step) => kept.includes(step),
    });
    if (phase === "sections") await keepOutline(tx, user, { postId: made, original });
    return made;
  });
  return resumePost(user, copyId);
}

/** What is there of a post when a phase begins. */
function cutBack(document: PostDocument, phase: Phase): PostDocument {
  const bare = { ...document, links: [], citations: [], verdicts: [], seo: null, problem: null };
  const sections = document.sections.map((section) => ({ ...section, markdown: "" }));
  if (phase === "sections") return { ...bare, sections, stage: "outline" };
  if (phase === "outline") return { ...bare, sections: [], stage: "search" };
  return { ...bare, sections: [], sources: [], stage: "plan" };
}

type Kept = { postId: string; original: Post };

/** A section that may draw on every source is given all of them: a run looks for each by name. */
async function keepOutline(
  tx: UserTransaction,
  userId: UserId,
  { postId, original }: Kept,
): Promise<void> {
  const { title, sections, sources } = original.document;
  const all = sources.map(({ id }) => id);
  const items = sections.map((section) => {
    const { sourceIds } = section;
    return toOutlineItem({ ...section, sourceIds: sourceIds.length > 0 ? sourceIds : all });
  });
  const data = { title, sections: items, approved: true };
  await tx
    .insert(postCheckpoints)
    .values({ postId, step: "outline", userId, data, finishedAt: new Date() });
}
