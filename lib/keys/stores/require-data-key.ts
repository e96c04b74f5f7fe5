import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, notInArray } from "drizzle-orm";
import { apiKeys, dataKeys } from "@/drizzle/schema";
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
 * opened is replaced only when every secret sealed under it is being saved again: after a slip in
 * the configuration the others may still be good.
 *
 * @param saving the providers whose keys are being saved.
 * @throws AppError `vault_unavailable` when its key-encryption key is not in this server's ring;
 *   `key_undecryptable` when replacing it would lose another key.
 */
export async function requireDataKey(job: DataKeyJob, saving: string[]): Promise<OpenDataKey> {
  const { tx, user, vaultEnv } = job;
  const ring = openKeyRing();
  const [row] = await tx.select().from(dataKeys).where(eq(dataKeys.userId, user));
  if (!row) return makeDataKey(job, ring, randomUUID());
  const { id, wrappedKey: wrapped, kekId, kekVersion } = row;
  try {
    const stored = { id, wrapped, kekId, kekVersion };
    return { id, dataKey: await unwrapDataKey(ring, stored, vaultEnv, user) };
  } catch (error) {
    if (error instanceof MissingKekError)
      throw new AppError("vault_unavailable", {}, { cause: error });
    log.error({ err: error, userId: user }, "A data key cannot be unwrapped");
    await requireNoOtherKey(job, saving);
    return makeDataKey(job, ring, id);
  }
}

async function requireNoOtherKey({ tx, user }: DataKeyJob, saving: string[]): Promise<void> {
  const sealed = await tx
    .select({ provider: apiKeys.provider })
    .from(apiKeys)
    .where(and(eq(apiKeys.userId, user), notInArray(apiKeys.provider, saving)));
  if (sealed.length === 0) return;
  const others = sealed.map(({ provider }) => provider).join(", ");
  const detail = `Your saved keys cannot be read. Enter these again together with it, or delete them first: ${others}.`;
  throw new AppError("key_undecryptable", { detail });
}

/** Whose data key is wanted, in which transaction. */
type DataKeyJob = { tx: UserTransaction; user: UserId; vaultEnv: string };

async function makeDataKey({ tx, user, vaultEnv }: DataKeyJob, ring: KeyRing, id: string) {
  const made: StoredDataKey = await createDataKey(ring, id, vaultEnv, user);
  const { wrapped: wrappedKey, kekId, kekVersion } = made;
  const row = { id, userId: user, wrappedKey, kekId, kekVersion };
  await tx.insert(dataKeys).values(row).onConflictDoUpdate({ target: dataKeys.id, set: row });
  return { id, dataKey: await unwrapDataKey(ring, made, vaultEnv, user) };
}
