import "server-only";
import { and, eq } from "drizzle-orm";
import { assistantThreads } from "@/drizzle/schema/assistant";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import type { ThreadOfUser } from "./add-message";

/** Deletes a conversation and what waits in it. @throws AppError `not_found` when it is not the user's. */
export async function deleteThread({ user, threadId }: ThreadOfUser): Promise<void> {
  const deleted = await asUser(user, (tx) =>
    tx
      .delete(assistantThreads)
      .where(and(eq(assistantThreads.userId, user), eq(assistantThreads.id, threadId)))
      .returning({ id: assistantThreads.id }),
  );
  if (deleted.length === 0) throw new AppError("not_found");
}
