import "server-only";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { UserId } from "../../auth/user-id";
import { AppError } from "../../errors";
import { parseFields } from "../../http/read-body";
import { changeDraft } from "../../onboarding/change-draft";
import { markSuggestion, type SuggestionRow } from "./mark-suggestion";
import { draftChange } from "./new-suggestion";

const form = z.record(z.string(), z.unknown());
/** The form as accepting has found it, null where there was none, and as it has left it. */
const undoOfDraft = z.object({ before: form.nullable(), after: form });

/**
 * Fills a suggestion into its form of the wizard, where what it says nothing of stays; or brings the
 * form back as it was.
 *
 * @throws AppError `conflict` when the form was changed since; `already_decided`.
 */
export async function decideDraft(
  user: UserId,
  { id, change, undo }: SuggestionRow,
  decision: "accept" | "undo",
): Promise<void> {
  const { step, values } = parseFields(draftChange, change);
  await changeDraft(user, step, async ({ data, draft }, tx) => {
    if (decision === "accept") {
      const before = form.nullable().catch(null).parse(draft);
      const after = { ...(before ?? form.catch({}).parse(data)), ...values };
      await markSuggestion(tx, id, "accepted", { before, after });
      return after;
    }
    const kept = undoOfDraft.safeParse(undo).data;
    if (!kept) throw new AppError("already_decided");
    if (!isDeepStrictEqual(draft, kept.after)) throw new AppError("conflict", { detail: CHANGED });
    await markSuggestion(tx, id, "undone");
    return kept.before;
  });
}

const CHANGED = "The form was changed or saved since, and is left as it is. Change it by hand.";
