import "server-only";
import type { UserId } from "../auth/user-id";
import { requireConfig } from "../config/config";
import { AppError } from "../errors";
import type { ProviderId } from "../providers/schema";
import { openStores } from "./stores/registry";

/**
 * Deletes a user's key from every store of the mode; it takes effect on the next call.
 *
 * @throws AppError `not_found` when no store had one.
 */
export async function deleteApiKey(user: UserId, provider: ProviderId): Promise<void> {
  const existed = [];
  for (const store of openStores(requireConfig().mode).write)
    existed.push(await store.delete(user, provider));
  if (!existed.some(Boolean)) throw new AppError("not_found", { provider });
}
