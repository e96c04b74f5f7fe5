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

/** The same for the login of a site; `kind` is the publishing system's. */
export type IntegrationContext = {
  env: string;
  userId: string;
  kind: string;
  integrationId: string;
  version: number;
  dataKeyId: string;
};
/** What a secret of either kind is bound to. */
export type SecretContext = KeyContext | IntegrationContext;

/** A user's data key, opened, and the id of its row. */
export type OpenDataKey = { id: string; dataKey: Uint8Array };
/** A user's data key in its wrapped form. */
export type StoredDataKey = WrappedKey & { id: string };

/** Makes a fresh data key for one user and wraps it. */
export async function createDataKey(
  ring: KeyRing,
  id: string,
  env: string,
  userId: string,
): Promise<StoredDataKey> {
  return rewrapDataKey(ring, { id, dataKey: randomBytes(32) }, env, userId);
}

/** Wraps a data key with the current KEK; its row and its user stay the same. */
export async function rewrapDataKey(
  ring: KeyRing,
  { id, dataKey }: OpenDataKey,
  env: string,
  userId: string,
): Promise<StoredDataKey> {
  return { id, ...(await ring.wrap(dataKey, dataKeyContext(env, userId, id))) };
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

/** Seals a secret under an unwrapped data key; the result goes into `api_keys.key` or `integrations.secret`. */
export function sealKey(
  dataKey: Uint8Array,
  context: SecretContext,
  secret: Secret,
): Promise<Uint8Array> {
  return sealBytes(dataKey, new TextEncoder().encode(secret.open()), secretContext(context));
}

/** Opens a sealed key. Throws when a bit of it, of the data key or of the context differs. */
export async function openKey(
  dataKey: Uint8Array,
  context: SecretContext,
  sealed: Uint8Array,
): Promise<Secret> {
  const plain = await openBytes(dataKey, sealed, secretContext(context));
  const value = new TextDecoder("utf-8", { fatal: true }).decode(plain);
  const label = "provider" in context ? context.provider : context.kind;
  return new Secret(label, value, context.version);
}

function dataKeyContext(env: string, userId: string, dataKeyId: string): string[] {
  return ["alwrity-data-key", "1", env, userId, dataKeyId];
}

function secretContext(context: SecretContext): unknown[] {
  const { env, userId, version, dataKeyId } = context;
  const bound =
    "provider" in context
      ? [context.provider, context.apiKeyId]
      : ["integration", context.kind, context.integrationId];
  return ["alwrity", 1, env, userId, ...bound, version, dataKeyId];
}
