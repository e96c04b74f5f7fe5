import "server-only";
import { and, eq, lt } from "drizzle-orm";
import { apiKeyEvents, apiKeys } from "@/drizzle/schema";
import type { UserId } from "../auth/user-id";
import { asUser } from "../db/as-user";
import { AppError } from "../errors";
import type { ProviderId } from "../providers/schema";
import { type CheckOutcome, checkSecrets } from "./check-api-keys";
import { requireApiKey } from "./resolve-api-keys";

/**
 * Asks a provider about the key that is saved, and remembers the answer: a rejected key pays for
 * nothing more. Where nobody could be asked, what was known of the key stays.
 *
 * @throws AppError `key_missing`, `key_rejected` for a key that is known to be refused, `rate_limited`.
 */
export async function checkSavedKey(user: UserId, provider: ProviderId): Promise<CheckOutcome> {
  const startedAt = new Date();
  const secret = await requireApiKey(user, provider);
  const [outcome] = await checkSecrets(user, [{ provider, secret }]);
  if (!outcome) throw new AppError("key_missing", { provider });
  if (outcome.status !== "unknown") await remember(user, startedAt, outcome);
  return outcome;
}

/** A key that was saved meanwhile is another key and stays as it is. */
async function remember(user: UserId, startedAt: Date, { provider, status }: CheckOutcome) {
  const asked = and(eq(apiKeys.provider, provider), lt(apiKeys.savedAt, startedAt));
  await asUser(user, async (tx) => {
    const keys = await tx
      .update(apiKeys)
      .set({ status, checkedAt: new Date() })
      .where(asked)
      .returning({ version: apiKeys.version });
    const event = status === "invalid" ? "rejected" : "checked";
    const rows = keys.map(({ version }) => {
      return { userId: user, provider, event, version, detail: status };
    });
    if (rows.length > 0) await tx.insert(apiKeyEvents).values(rows);
  });
}
