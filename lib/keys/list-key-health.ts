import "server-only";
import type { UserId } from "../auth/user-id";
import { listProviderCards } from "../providers/list-provider-cards";
import type { ProviderId } from "../providers/schema";
import { listApiKeys } from "./list-api-keys";
import { type KeyFault, readKeyFaults } from "./read-key-faults";
import type { MaskedKey } from "./schema";

/** What is known of a provider for one user: their key, and what stood in its way when it was last used. */
export type KeyHealth = {
  provider: ProviderId;
  name: string;
  required: boolean;
  /** Null while none is saved. */
  key: MaskedKey | null;
  /** Null where the provider served the key, or nothing is known. */
  fault: KeyFault | null;
};

/** The health of every key that is saved or needed, by what checks and calls have stored. Nobody is asked for it. */
export async function listKeyHealth(user: UserId): Promise<KeyHealth[]> {
  const keys = await listApiKeys(user);
  const faults = await readKeyFaults(user, keys);
  return listProviderCards().flatMap(({ id, name, required }) => {
    const key = keys.find(({ provider }) => provider === id) ?? null;
    if (!key && !required) return [];
    return [{ provider: id, name, required, key, fault: faults.get(id) ?? null }];
  });
}
