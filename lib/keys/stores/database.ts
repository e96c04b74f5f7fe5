import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, max } from "drizzle-orm";
import { apiKeyEvents, apiKeys } from "@/drizzle/schema/keys";
import type { UserId } from "../../auth/user-id";
import { requireConfig } from "../../config/config";
import { asUser, type UserTransaction } from "../../db/as-user";
import { sealKey } from "../vault/seal-key";
import { describeRow } from "./describe-row";
import type { CheckedKey, KeyStore } from "./key-store";
import { lockSession } from "./lock-session";
import { readSealedKeys } from "./read-sealed-keys";
import { requireDataKey } from "./require-data-key";

/** The store of both modes: sealed rows of `api_keys`, one user's at a time. */
export function openDatabaseStore(): KeyStore {
  return {
    list: (user) =>
      asUser(user, (tx) =>
        tx
          .select()
          .from(apiKeys)
          .then((rows) => rows.flatMap(describeRow)),
      ),
    resolve: readSealedKeys,
    save: (user, keys) => asUser(user, (tx) => saveAll(tx, user, keys)),
    delete: (user, provider) =>
      asUser(user, async (tx) => {
        const deleted = await tx.delete(apiKeys).where(eq(apiKeys.provider, provider)).returning();
        const events = deleted.map(({ version }) => ({
          userId: user,
          provider,
          event: "deleted",
          version,
        }));
        if (events.length > 0) await tx.insert(apiKeyEvents).values(events);
        return events.length > 0;
      }),
  };
}

async function saveAll(tx: UserTransaction, user: UserId, keys: CheckedKey[]): Promise<void> {
  const sessionId = await lockSession(tx, user);
  const { vaultEnv } = requireConfig();
  const { id: dataKeyId, dataKey } = await requireDataKey(
    { tx, user, vaultEnv },
    { providers: keys.map(({ provider }) => provider) },
  );
  for (const key of keys) await saveOne(tx, { user, sessionId, vaultEnv, dataKeyId, dataKey, key });
}

type OneKey = {
  user: UserId;
  sessionId: string;
  vaultEnv: string;
  dataKeyId: string;
  dataKey: Uint8Array;
  key: CheckedKey;
};

/** The version after all that there ever were: one that is saved again is another than the deleted one. */
async function nextVersion(
  tx: UserTransaction,
  { user, key }: Pick<OneKey, "user" | "key">,
): Promise<number> {
  const [row] = await tx
    .select({ last: max(apiKeyEvents.version) })
    .from(apiKeyEvents)
    .where(and(eq(apiKeyEvents.userId, user), eq(apiKeyEvents.provider, key.provider)));
  return (row?.last ?? 0) + 1;
}

/** Seals one key under its next version and writes it with its history. */
async function saveOne(tx: UserTransaction, one: OneKey): Promise<void> {
  const { user, sessionId, vaultEnv, dataKeyId, dataKey } = one;
  const { provider, secret, status } = one.key;
  const [old] = await tx
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(and(eq(apiKeys.userId, user), eq(apiKeys.provider, provider)));
  const id = old?.id ?? randomUUID();
  const version = await nextVersion(tx, one);
  const context = { env: vaultEnv, userId: user, provider, apiKeyId: id, version, dataKeyId };
  const now = new Date();
  const row = {
    id,
    sessionId,
    userId: user,
    provider,
    version,
    dataKeyId,
    status,
    problem: null,
    key: await sealKey(dataKey, context, secret),
    masked: secret.mask(),
    checkedAt: now,
    savedAt: now,
    lastUsedAt: null,
  };
  await tx.insert(apiKeys).values(row).onConflictDoUpdate({ target: apiKeys.id, set: row });
  const base = { userId: user, provider, version };
  await tx.insert(apiKeyEvents).values([
    { ...base, event: old ? "replaced" : "created" },
    { ...base, event: "checked", detail: status },
  ]);
}
