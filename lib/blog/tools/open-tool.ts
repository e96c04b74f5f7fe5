import "server-only";
import type { UserId } from "../../auth/user-id";
import type { Caller } from "../../calls/caller";
import { openCaller } from "../../calls/open-caller";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import type { EmitWork } from "../../http/schema";
import { countFinalCost } from "../durable/runs/count-final-cost";
import { readEvidence } from "../edit/read-evidence";
import { requireVersion } from "../edit/save-edit";
import { type EndedPost, requireEndedPost } from "../posts/lock-ended";
import type { Library } from "../run";
import type { Section } from "../schema";

/** A tool at work on a post: what it reads, before it calls anybody. */
export type Tool = { user: UserId; post: EndedPost; evidence: Library };

/**
 * What a tool needs of a post, read before anything is paid.
 *
 * @throws AppError `not_found`, `still_writing`; `edit_conflict` when the post is not as the page
 *   that asks has it.
 */
export async function openTool(user: UserId, postId: string, version: number): Promise<Tool> {
  const tool = await openUnsaved(user, postId);
  requireVersion(tool.post.version, version);
  return tool;
}

/**
 * The same for a tool that works on words that are not saved yet, whatever version they are of.
 *
 * @throws AppError `not_found`, `still_writing`.
 */
export async function openUnsaved(user: UserId, postId: string): Promise<Tool> {
  const post = await requireEndedPost(user, postId);
  return { user, post, evidence: await asUser(user, (tx) => readEvidence(tx, postId)) };
}

/** The section a tool is asked about. @throws AppError `not_found` when the post has none of this id. */
export function requireSection({ post }: Tool, sectionId = ""): Section {
  const section = post.document.sections.find(({ id }) => id === sectionId);
  if (!section) throw new AppError("not_found");
  return section;
}

/**
 * Runs a tool's calls, booked on the post and within its cap. What they have cost so far is told while
 * they run, and to the post's followers when they are over, however they end.
 */
export async function runTool<T>(
  { user, post }: Tool,
  { emit, signal }: { emit: EmitWork; signal: AbortSignal },
  work: (caller: Caller) => Promise<T>,
): Promise<T> {
  const caller = await openCaller(user, emit, signal);
  const { model = caller.model, capUsd } = post.request;
  try {
    return await work({ ...caller, postId: post.id, model, capUsd });
  } finally {
    await countFinalCost({ user, postId: post.id });
  }
}
