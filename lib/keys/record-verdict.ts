import "server-only";
import { and, desc, eq, ne } from "drizzle-orm";
import { apiKeyEvents, apiKeys } from "@/drizzle/schema/keys";
import type { UserId } from "../auth/user-id";
import { asUser, type UserTransaction } from "../db/as-user";
import type { ErrorCode } from "../errors";
import type { ProviderId } from "../providers/schema";

/** What a key has shown: it works, or its provider refuses it for good. */
export type Verdict = {
  provider: ProviderId;
  /** The version of the key that was used: another one is another key, and stays as it is. */
  version: number;
  works: boolean;
  /** Its user has asked for a check; without it, a call has used the key. */
  checked?: boolean;
  /** Why it is refused. */
  problem?: ErrorCode | undefined;
};

/**
 * Remembers what a call or a check has shown of a key, at once: a key that could not be checked
 * becomes valid; a refused one invalid, with the reason, so that nothing more is sent with it. That
 * it is refused is told once, however many calls find it out.
 */
export async function recordVerdict(user: UserId, verdict: Verdict): Promise<void> {
  const { provider, version, works, checked = false, problem = null } = verdict;
  const event = works ? (checked ? "checked" : "used") : "rejected";
  const detail = works && checked ? "valid" : problem;
  const change = { status: works ? "valid" : "invalid", problem, checkedAt: new Date() };
  await asUser(user, async (tx) => {
    if (!works && (await wasRejected(tx, verdict))) return;
    const ofVersion = and(eq(apiKeys.provider, provider), eq(apiKeys.version, version));
    const isNews = checked ? undefined : ne(apiKeys.status, "invalid");
    await tx.update(apiKeys).set(change).where(and(ofVersion, isNews));
    await tx.insert(apiKeyEvents).values({ userId: user, provider, event, version, detail });
  });
}

async function wasRejected(tx: UserTransaction, { provider, version }: Verdict): Promise<boolean> {
  const [last] = await tx
    .select({ event: apiKeyEvents.event })
    .from(apiKeyEvents)
    .where(and(eq(apiKeyEvents.provider, provider), eq(apiKeyEvents.version, version)))
    .orderBy(desc(apiKeyEvents.id))
    .limit(1);
  return last?.event === "rejected";
}
