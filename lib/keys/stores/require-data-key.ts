import "server-only";
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { dataKeys } from "@/drizzle/schema";
import type { UserId } from "../../auth/user-id";
import type { UserTransaction } from "../../db/as-user";
import { AppError } from "../../errors";
import { log } from "../../logs/log";
import { type KeyRing, MissingKekError, openKeyRing } from "../vault/key-ring";
import { createDataKey, type StoredDataKey, unwrapDataKey } from "../vault/seal-key";

/** A user's data key, opened, and the id of its row. */
export type OpenDataKey = { id: string; dataKey: Uint8Array };

/**
 * The data key that a user's secrets are sealed under; made when there is none. One that cannot be
 * opened any more is replaced, since its owner is entering a key again: what was sealed under it was
 * lost already.
 *
 * @throws AppError `vault_unavailable` when its key-encryption key is not in this server's ring.
 */
export async function requireDataKey(
  tx: UserTransaction,
  user: UserId,
  vaultEnv: string,
): Promise<OpenDataKey> {
  const ring = openKeyRing();
  const [row] = await tx.select().from(dataKeys).where(eq(dataKeys.userId, user));
  if (!row) return makeDataKey({ tx, user, vaultEnv, ring, id: randomUUID() });
  const { id, wrappedKey: wrapped, kekId, kekVersion } = row;
  try {
    return {
      id,
      dataKey: await unwrapDataKey(ring, { id, wrapped, kekId, kekVersion }, vaultEnv, user),
    };
  } catch (error) {
    if (error instanceof MissingKekError)
      throw new AppError("vault_unavailable", {}, { cause: error });
    log.error({ err: error, userId: user }, "A data key cannot be unwrapped and is replaced");
    return makeDataKey({ tx, user, vaultEnv, ring, id });
  }
}

type NewDataKey = {
  tx: UserTransaction;
  user: UserId;
  vaultEnv: string;
  ring: KeyRing;
  id: string;
};

async function makeDataKey({ tx, user, vaultEnv, ring, id }: NewDataKey): Promise<OpenDataKey> {
  const made: StoredDataKey = await createDataKey(ring, id, vaultEnv, user);
  const { wrapped: wrappedKey, kekId, kekVersion } = made;
  const row = { id, userId: user, wrappedKey, kekId, kekVersion };
  await tx.insert(dataKeys).values(row).onConflictDoUpdate({ target: dataKeys.id, set: row });
  return { id, dataKey: await unwrapDataKey(ring, made, vaultEnv, user) };
}
