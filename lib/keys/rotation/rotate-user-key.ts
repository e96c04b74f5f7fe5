import "server-only";
import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { apiKeyEvents, apiKeys, dataKeys } from "@/drizzle/schema/keys";
import { integrations } from "@/drizzle/schema/publishing";
import type { UserId } from "../../auth/user-id";
import { requireConfig } from "../../config/config";
import { asUser, type UserTransaction } from "../../db/as-user";
import { AppError } from "../../errors";
import { log } from "../../logs/log";
import { providerId } from "../../providers/schema";
import { lockSession } from "../stores/lock-session";
import { openKeyRing } from "../vault/key-ring";
import {
  openKey,
  rewrapDataKey,
  type SecretContext,
  sealKey,
  unwrapDataKey,
} from "../vault/seal-key";

/**
 * Makes a new data key for one user and seals all of their secrets under it: keys and logins of sites.
 * The keys themselves, their versions and states stay as they are; a save at the same time waits.
 *
 * @returns how many secrets were sealed again.
 * @throws AppError `key_missing` when nothing is saved; `key_undecryptable` when a secret cannot be
 *   opened: then nothing has changed; `vault_unavailable`.
 */
export async function rotateUserKey(user: UserId): Promise<number> {
  return asUser(user, async (tx) => {
    await lockSession(tx, user);
    const [old] = await tx.select().from(dataKeys).for("no key update");
    if (!old) throw new AppError("key_missing");
    const ring = openKeyRing();
    const { vaultEnv } = requireConfig();
    const { id, wrappedKey, ...kek } = old;
    const stored = { id, wrapped: wrappedKey, ...kek };
    const change = {
      id,
      from: await unwrapDataKey(ring, stored, vaultEnv, user).catch(refuse),
      to: randomBytes(32),
    };
    const base = { env: vaultEnv, userId: user, dataKeyId: id };
    const resealed = (await resealKeys(tx, base, change)) + (await resealSites(tx, base, change));
    const { wrapped, kekId, kekVersion } = await rewrapDataKey(
      ring,
      { id, dataKey: change.to },
      vaultEnv,
      user,
    );
    const row = { wrappedKey: wrapped, kekId, kekVersion, rotatedAt: new Date() };
    await tx.update(dataKeys).set(row).where(eq(dataKeys.id, id));
    await tx.insert(apiKeyEvents).values({ userId: user, event: "rotated", detail: "data_key" });
    return resealed;
  });
}

type Base = { env: string; userId: string; dataKeyId: string };
type Change = { from: Uint8Array; to: Uint8Array };

async function resealKeys(tx: UserTransaction, base: Base, change: Change): Promise<number> {
  const rows = await tx.select().from(apiKeys).for("update");
  for (const { id, provider, version, key } of rows) {
    const context = { ...base, provider: providerId.parse(provider), apiKeyId: id, version };
    const fresh = await reseal(context, change, key);
    await tx.update(apiKeys).set({ key: fresh }).where(eq(apiKeys.id, id));
  }
  return rows.length;
}

async function resealSites(tx: UserTransaction, base: Base, change: Change): Promise<number> {
  const rows = await tx.select().from(integrations).for("update");
  for (const { id, kind, version, secret } of rows) {
    const fresh = await reseal({ ...base, kind, integrationId: id, version }, change, secret);
    await tx.update(integrations).set({ secret: fresh }).where(eq(integrations.id, id));
  }
  return rows.length;
}

async function reseal(context: SecretContext, { from, to }: Change, sealed: Uint8Array) {
  return sealKey(to, context, await openKey(from, context, sealed).catch(refuse));
}

/** A secret that cannot be opened would be lost with its data key. */
function refuse(error: unknown): never {
  if (error instanceof AppError) throw error;
  log.error({ err: error }, "A secret cannot be opened to be sealed anew");
  throw new AppError("key_undecryptable");
}
