import "server-only";
import { assistantSuggestions } from "@/drizzle/schema/assistant";
import { asUser } from "../../db/as-user";
import type { ThreadOfUser } from "../threads/add-message";
import type { NewSuggestion } from "./new-suggestion";

/** Keeps what an action proposes. Nothing changes until its user accepts it. @returns the ids. */
export async function addSuggestions(
  { user, threadId, toolCallId }: ThreadOfUser & { toolCallId: string },
  suggestions: readonly NewSuggestion[],
): Promise<string[]> {
  if (suggestions.length === 0) return [];
  const rows = suggestions.map((suggestion) => {
    return { userId: user, threadId, toolCallId, ...suggestion };
  });
  const { id } = assistantSuggestions;
  const added = await asUser(user, (tx) =>
    tx.insert(assistantSuggestions).values(rows).returning({ id }),
  );
  return added.map((row) => row.id);
}
