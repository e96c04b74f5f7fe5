import "server-only";
import { assistantRuns } from "@/drizzle/schema/assistant";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import { insertMessages, type ThreadOfUser } from "../threads/add-message";
import { selectMessages } from "../threads/list-messages";
import { openThread } from "../threads/open-thread";
import { endStaleRuns } from "./end-stale-runs";

type Said = { id: string; content: string } | undefined;

/**
 * Begins an answer: keeps what the user said, once, and makes sure that a thread has one answer at a
 * time. What a killed server has left behind is tidied first.
 *
 * @param clientRunId what its client calls it: what Stop may name.
 * @returns the id of the run.
 * @throws AppError `assistant_busy` while another answer is given in this thread.
 */
export async function claimRun(
  thread: ThreadOfUser,
  said: Said,
  clientRunId?: string,
): Promise<string> {
  const { user, threadId } = thread;
  await endStaleRuns(user);
  return asUser(user, async (tx) => {
    await openThread(tx, user, { id: threadId, title: said?.content ?? "" });
    const [run] = await tx
      .insert(assistantRuns)
      .values({ userId: user, threadId, clientRunId })
      .onConflictDoNothing()
      .returning({ id: assistantRuns.id });
    if (!run) throw new AppError("assistant_busy");
    const known = said && (await selectMessages(tx, thread)).some(({ id }) => id === said.id);
    if (said && !known) await insertMessages(tx, thread, [{ ...said, role: "user" }]);
    return run.id;
  });
}
