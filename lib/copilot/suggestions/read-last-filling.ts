import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { assistantSuggestions } from "@/drizzle/schema/assistant";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";

/** When a form of the wizard was last filled in by a suggestion, or that was taken back; "" if never. */
export async function readLastFilling(user: UserId): Promise<string> {
  const { kind, status, decidedAt } = assistantSuggestions;
  const filled = and(eq(kind, "draft"), inArray(status, ["accepted", "undone"]));
  const [row] = await asUser(user, (tx) =>
    tx
      .select({ at: sql<string | null>`max(${decidedAt})::text` })
      .from(assistantSuggestions)
      .where(filled),
  );
  return row?.at ?? "";
}
