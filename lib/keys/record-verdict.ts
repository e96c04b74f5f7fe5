import "server-only";
import { and, eq, lt } from "drizzle-orm";
import { apiKeyEvents, apiKeys } from "@/drizzle/schema/keys";
import type { UserId } from "../auth/user-id";
import { asUser } from "../db/as-user";
import type { ProviderId } from "../providers/schema";

/** What a key has shown: it works, or its provider refuses it for good. */
export type Verdict = {
  provider: ProviderId;
  works: boolean;
  /** Its user has asked for a check; without it, a run has used the key. */
  checked?: boolean;
  detail?: string;
};

/**
 * Remembers what a run or a check has shown of a key: a saved key that could not be checked becomes valid, a
 * refused one invalid, so that nothing more is sent with it. A key saved after `usedSince` is another
 * key and stays as it is.
 */
export async function recordVerdict(
  user: UserId,
  usedSince: Date,
  verdict: Verdict,
): Promise<void> {
  const { provider, works, checked = false, detail = null } = verdict;
  const used = and(eq(apiKeys.provider, provider), lt(apiKeys.savedAt, usedSince));
  const status = works ? "valid" : "invalid";
  await asUser(user, async (tx) => {
    const change = { status, checkedAt: new Date() };
    const keys = await tx
      .update(apiKeys)
      .set(change)
      .where(used)
      .returning({ version: apiKeys.version });
    const event = works ? (checked ? "checked" : "used") : "rejected";
    const rows = keys.map(({ version }) => ({ userId: user, provider, event, version, detail }));
    if (rows.length > 0) await tx.insert(apiKeyEvents).values(rows);
  });
}
