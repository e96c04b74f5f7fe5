import "server-only";
import type { UserId } from "../auth/user-id";
import { requireConfig } from "../config/config";
import type { MaskedKey } from "./schema";
import { openStores } from "./stores/registry";

/**
 * The user's keys, masked, with their status and times. Decrypts nothing. In development the keys
 * are those of `.env.local`; what the database remembers of them is added where the mask agrees.
 */
export async function listApiKeys(user: UserId): Promise<MaskedKey[]> {
  const { read, history } = openStores(requireConfig().mode);
  const keys = await read.list(user);
  if (read === history) return keys;
  const remembered = await history.list(user);
  return keys.map((key) => remembered.find((other) => isSame(key, other)) ?? key);
}

function isSame(one: MaskedKey, other: MaskedKey): boolean {
  return one.provider === other.provider && one.masked === other.masked;
}
