import "server-only";
import { and, eq } from "drizzle-orm";
import { apiKeyEvents, apiKeys } from "@/drizzle/schema/keys";
import type { UserId } from "../auth/user-id";
import { asUser } from "../db/as-user";
import type { ProviderId } from "../providers/schema";
import type { Secret } from "../secret";

/** Remembers that a key was used where no call of ours is written into the ledger. */
export async function recordUse(
  user: UserId,
  provider: ProviderId,
  { version }: Secret,
): Promise<void> {
  await asUser(user, async (tx) => {
    const known = await tx
      .update(apiKeys)
      .set({ lastUsedAt: new Date() })
      .where(and(eq(apiKeys.provider, provider), eq(apiKeys.version, version)))
      .returning({ id: apiKeys.id });
    if (known.length > 0) return;
    await tx.insert(apiKeyEvents).values({ userId: user, provider, event: "used", version });
  });
}
