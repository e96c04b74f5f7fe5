import "server-only";
import { z } from "zod";
import type { UserId } from "../../auth/user-id";
import { saveEdit } from "../../blog/edit/save-edit";
import { saveEditBody } from "../../blog/edit/schema";
import { restoreVersion } from "../../blog/versions/restore-version";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import { parseFields } from "../../http/read-body";
import { markSuggestion, type SuggestionRow } from "./mark-suggestion";

/** The version that accepting has left; the suggestion's own where it changed nothing. */
const undoOfEdit = z.object({ version: z.int() });

/**
 * Makes the suggested edit the newest version of its post, or brings back the version before it.
 *
 * @throws AppError `edit_conflict` when the post has another version by now; `already_decided`.
 */
export async function decideEdit(
  user: UserId,
  { id, postId, basedOn, change, undo }: SuggestionRow,
  decision: "accept" | "undo",
): Promise<void> {
  if (!postId || basedOn === null || typeof change !== "object") throw new AppError("not_found");
  if (decision === "accept") {
    const edit = parseFields(saveEditBody, { ...change, version: basedOn, reason: "tool" });
    await saveEdit(user, postId, edit, (tx, version) =>
      markSuggestion(tx, id, "accepted", { version }),
    );
    return;
  }
  const kept = undoOfEdit.safeParse(undo).data;
  if (!kept) throw new AppError("already_decided");
  const { version } = kept;
  const earlier = Math.max(basedOn, 1);
  if (version <= earlier) return asUser(user, (tx) => markSuggestion(tx, id, "undone"));
  await restoreVersion(user, postId, { earlier, version }, (tx) =>
    markSuggestion(tx, id, "undone"),
  );
}
