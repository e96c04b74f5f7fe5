import "server-only";
import { desc } from "drizzle-orm";
import { assistantThreads } from "@/drizzle/schema/assistant";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import { requireApiKey } from "../../keys/resolve-api-keys";
import { LIMITS } from "../../limits/registry";
import { priceModelCall } from "../actions/price-model-call";
import type { AssistantState } from "../schema";

/** Whether the assistant can help this user, and their newest conversations. Calls no provider. */
export async function getAssistant(user: UserId): Promise<AssistantState> {
  const { id, title, updatedAt } = assistantThreads;
  const rows = await asUser(user, (tx) =>
    tx
      .select({ id, title, updatedAt })
      .from(assistantThreads)
      .orderBy(desc(updatedAt))
      .limit(LIMITS.listedThreads),
  );
  const threads = rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
  return {
    threadId: threads[0]?.id ?? null,
    problem: await findProblem(user),
    messageUsd: await priceModelCall(user, { maxOutputTokens: LIMITS.outputTokens.assistant }),
    threads,
  };
}

/** Why no call could be made, as far as it is known without one. */
async function findProblem(user: UserId): Promise<string | null> {
  try {
    await requireApiKey(user, "gemini");
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}
