import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, ne, notInArray } from "drizzle-orm";
import { apiKeys, dataKeys } from "@/drizzle/schema/keys";
import { integrations } from "@/drizzle/schema/publishing";
import type { UserId } from "../../auth/user-id";
import type { UserTransaction } from "../../db/as-user";
import { AppError } from "../../errors";
import { log } from "../../logs/log";
import { type KeyRing, openKeyRing } from "../vault/key-ring";
import {
  createDataKey,
  type OpenDataKey,
  type StoredDataKey,
  unwrapDataKey,
} from "../vault/seal-key";

/**
 * The data key that a user's secrets are sealed under; made when there is none. One that cannot be
 * opened is replaced only when every secret sealed under it is being saved again: after a slip in
 * the configuration the others may still be good.
 *
 * @param saving the providers whose keys, or the site whose login, is being saved.
 * @throws AppError `vault_unavailable` when its key-encryption key cannot be asked;
 *   `key_undecryptable` when replacing it would lose another key.
 */
export async function requireDataKey(job: DataKeyJob, saving: BeingSaved): Promise<OpenDataKey> {
  const { tx, user, vaultEnv } = job;
  const ring = openKeyRing();
  const [row] = await tx.select().from(dataKeys).where(eq(dataKeys.userId, user));
  if (!row) return makeDataKey(job, ring, randomUUID());
  const { id, wrappedKey: wrapped, kekId, kekVersion } = row;
  try {
    const stored = { id, wrapped, kekId, kekVersion };
    return { id, dataKey: await unwrapDataKey(ring, stored, vaultEnv, user) };
  } catch (error) {
    if (error instanceof AppError) throw error;
    log.error({ err: error, userId: user }, "A data key cannot be unwrapped");
    await requireNothingElse(job, saving);
    return makeDataKey(job, ring, id);
  }
}

/** Throws when something else is sealed under the data key: a key, or the login of a site. */
async function requireNothingElse({ tx, user }: DataKeyJob, saving: BeingSaved): Promise<void> {
  const { providers = [], siteUrl = "" } = saving;
  const keys = await tx
    .select({ name: apiKeys.provider })
    .from(apiKeys)
    .where(and(eq(apiKeys.userId, user), notInArray(apiKeys.provider, providers)));
  const sites = await tx
    .select({ name: integrations.siteUrl })
    .from(integrations)
    .where(and(eq(integrations.userId, user), ne(integrations.siteUrl, siteUrl)));
  const others = [...keys, ...sites].map(({ name }) => name);
  if (others.length === 0) return;
  const detail = `What you saved cannot be read. Enter these again together with it, or remove them first: ${others.join(", ")}.`;
  throw new AppError("key_undecryptable", { detail });
}

/** What is being sealed anew, and so cannot be lost. */
type BeingSaved = { providers?: string[]; siteUrl?: string };
/** Whose data key is wanted, in which transaction. */
type DataKeyJob = { tx: UserTransaction; user: UserId; vaultEnv: string };

async function makeDataKey({ tx, user, vaultEnv }: DataKeyJob, ring: KeyRing, id: string) {
  const made: StoredDataKey = await createDataKey(ring, id, vaultEnv, user);
  const { wrapped: wrappedKey, kekId, kekVersion } = made;
  const row = { id, userId: user, wrappedKey, kekId, kekVersion };
  await tx.insert(dataKeys).values(row).onConflictDoUpdate({ target: dataKeys.id, set: row });
  return { id, dataKey: await unwrapDataKey(ring, made, vaultEnv, user) };
}
