import "server-only";
import type { UserId } from "../auth/user-id";
import { requireConfig } from "../config/config";
import { AppError } from "../errors";
import { log } from "../logs/log";
import type { ProviderId } from "../providers/schema";
import type { Secret } from "../secret";
import type { ApiKeys } from "./stores/key-store";
import { openStores } from "./stores/registry";
import { warnMissingKey } from "./warn-missing-key";

/**
 * `user_api_keys(user_id)` of the diagrams: the keys that this user's calls are paid with.
 * Development reads `.env.local` and never touches the database; production reads the database by
 * user id and never the environment. There is no fallback of any kind.
 *
 * @throws AppError `vault_unavailable` when the database is away.
 */
export async function resolveApiKeys(user: UserId): Promise<ApiKeys> {
  const { mode } = requireConfig();
  log.info(
    mode === "development"
      ? "[DEV MODE] Using .env file"
      : `[PROD MODE] Using database for user ${user}`,
  );
  return openStores(mode).read.resolve(user);
}

/**
 * The key of one provider, ready to make a client with.
 *
 * @throws AppError `key_missing`, `key_rejected`, `key_undecryptable` or `vault_unavailable`.
 */
export async function requireApiKey(user: UserId, provider: ProviderId): Promise<Secret> {
  const key = (await resolveApiKeys(user))[provider];
  if (key?.ok) return key.secret;
  if (!key) warnMissingKey(user, provider);
  throw new AppError(key ? key.code : "key_missing", { provider });
}
