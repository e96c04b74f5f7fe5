import "server-only";
import { randomBytes } from "node:crypto";
import type { ProviderId } from "../../providers/schema";
import { Secret } from "../../secret";
import { openBytes, sealBytes } from "./envelope";
import type { KeyRing, WrappedKey } from "./key-ring";

/** What a sealed key is bound to. Moving it to another row, user, provider or version breaks it. */
export type KeyContext = {
  env: string;
  userId: string;
  provider: ProviderId;
  apiKeyId: string;
  version: number;
  dataKeyId: string;
};

/** A user's data key in its wrapped form. */
export type StoredDataKey = WrappedKey & { id: string };

/** Makes a fresh data key for one user and wraps it. */
export async function createDataKey(
  ring: KeyRing,
  id: string,
  env: string,
  userId: string,
): Promise<StoredDataKey> {
  return { id, ...(await ring.wrap(randomBytes(32), dataKeyContext(env, userId, id))) };
}

/** Unwraps a user's data key: 32 bytes. Throws when the KEK is gone or anything was changed. */
export function unwrapDataKey(
  ring: KeyRing,
  dataKey: StoredDataKey,
  env: string,
  userId: string,
): Promise<Uint8Array> {
  return ring.unwrap(dataKey, dataKeyContext(env, userId, dataKey.id));
}

/** Seals a secret under an unwrapped data key; the result goes into `api_keys.key`. */
export function sealKey(
  dataKey: Uint8Array,
  context: KeyContext,
  secret: Secret,
): Promise<Uint8Array> {
  return sealBytes(dataKey, new TextEncoder().encode(secret.open()), keyContext(context));
}

/** Opens a sealed key. Throws when a bit of it, of the data key or of the context differs. */
export async function openKey(
  dataKey: Uint8Array,
  context: KeyContext,
  sealed: Uint8Array,
): Promise<Secret> {
  const plain = await openBytes(dataKey, sealed, keyContext(context));
  const value = new TextDecoder("utf-8", { fatal: true }).decode(plain);
  return new Secret(context.provider, value, context.version);
}

function dataKeyContext(env: string, userId: string, dataKeyId: string): string[] {
  return ["alwrity-data-key", "1", env, userId, dataKeyId];
}

function keyContext({
  env,
  userId,
  provider,
  apiKeyId,
  version,
  dataKeyId,
}: KeyContext): unknown[] {
  return ["alwrity", 1, env, userId, provider, apiKeyId, version, dataKeyId];
}
