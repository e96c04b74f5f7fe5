import "server-only";
import type { UserId } from "../../auth/user-id";
import { AppError } from "../../errors";
import { resolveApiKeys } from "../../keys/resolve-api-keys";
import { warnMissingKey } from "../../keys/warn-missing-key";
import { listProviderCards } from "../../providers/list-provider-cards";

/**
 * All required keys must resolve before anything is paid.
 *
 * @throws AppError `key_missing` or its kin, of the first key that does not.
 */
export async function requireAllKeys(user: UserId): Promise<void> {
  const keys = await resolveApiKeys(user);
  for (const { id, required } of listProviderCards()) {
    const key = keys[id];
    if (!required || key?.ok) continue;
    if (!key) warnMissingKey(user, id);
    throw new AppError(key ? key.code : "key_missing", { provider: id });
  }
}
