import "server-only";
import { and, eq } from "drizzle-orm";
import { assistantThreads } from "@/drizzle/schema/assistant";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import { listActions } from "../confirmations/list-actions";
import type { ThreadState } from "../schema";
import { listSuggestions } from "../suggestions/list-suggestions";
import type { ThreadOfUser } from "./add-message";
import { listMessages } from "./list-messages";

/**
 * What a conversation holds beside its messages.
 *
 * @throws AppError `not_found` when the user has no such thread.
 */
export async function getThread(thread: ThreadOfUser): Promise<ThreadState> {
  const { user, threadId } = thread;
  const [row] = await asUser(user, (tx) =>
    tx
      .select({ title: assistantThreads.title })
      .from(assistantThreads)
      .where(and(eq(assistantThreads.userId, user), eq(assistantThreads.id, threadId))),
  );
  if (!row) throw new AppError("not_found");
  const messages = await listMessages(thread);
  const pick = <T>(read: (one: (typeof messages)[number]) => T | null) =>
    Object.fromEntries(
      messages.flatMap((one) => {
        const value = read(one);
        return value === null ? [] : [[one.toolCallId ?? one.id, value]];
      }),
    );
  const actions = await listActions(thread);
  const spent = [...messages, ...actions].reduce((sum, { costUsd }) => sum + costUsd, 0);
  return {
    id: threadId,
    title: row.title,
    costUsd: spent,
    citations: pick(({ citations }) => (citations.length > 0 ? citations : null)),
    problems: pick(({ problem }) => problem),
    costs: pick(({ costUsd }) => (costUsd > 0 ? costUsd : null)),
    suggestions: await listSuggestions(user, { threadId }),
    actions,
  };
}
