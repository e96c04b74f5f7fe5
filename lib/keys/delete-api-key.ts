import "server-only";
import type { UserId } from "../auth/user-id";
import { requireConfig } from "../config/config";
import { AppError } from "../errors";
import type { ProviderId } from "../providers/schema";
import type { MaskedKey } from "./schema";
import { openStores } from "./stores/registry";

/**
 * Deletes a user's key from every store of the mode; it takes effect on the next call.
 *
 * @throws AppError `not_found` when no store had one; `key_of_shell` for one that would go on to be used.
 */
export async function deleteApiKey(user: UserId, provider: ProviderId): Promise<void> {
  const { read, write } = openStores(requireConfig().mode);
  refuseOfShell((await read.list(user)).find((key) => key.provider === provider));
  const existed = [];
  for (const store of write) existed.push(await store.delete(user, provider));
  if (!existed.some(Boolean)) throw new AppError("not_found", { provider });
}

function refuseOfShell(key: MaskedKey | undefined): void {
  if (key?.source !== "shell") return;
  const { provider, variable } = key;
  const detail = `It cannot be deleted here. Unset ${variable} in that shell, and start the server again.`;
  throw new AppError("key_of_shell", { provider, detail });
}
