import "server-only";
import type { UserId } from "../auth/user-id";
import { requireConfig } from "../config/config";
import { readKeyFacts } from "./read-key-facts";
import type { MaskedKey } from "./schema";
import { openStores } from "./stores/registry";

/**
 * The user's keys, masked, with their status and times. Decrypts nothing. In development the keys
 * are those of the shell and of `.env.local`; what the database remembers of them is added.
 */
export async function listApiKeys(user: UserId): Promise<MaskedKey[]> {
  const { read, history } = openStores(requireConfig().mode);
  const keys = await read.list(user);
  if (read === history) return keys;
  const [saved, findFacts] = await Promise.all([history.list(user), readKeyFacts(user)]);
  return keys.map((key) => {
    const row = saved.find((other) => isSame(key, other));
    const { lastUsedAt, verdict } = findFacts(key);
    const isRejected = verdict?.event === "rejected";
    return {
      ...key,
      status: verdict ? (isRejected ? "invalid" : "valid") : (row?.status ?? key.status),
      problem: isRejected ? verdict.detail : null,
      savedAt: row?.savedAt ?? null,
      checkedAt: verdict?.at.toISOString() ?? row?.checkedAt ?? null,
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    };
  });
}

function isSame(one: MaskedKey, other: MaskedKey): boolean {
  return one.provider === other.provider && one.masked === other.masked;
}
