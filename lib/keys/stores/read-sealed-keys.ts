import "server-only";
import { z } from "zod";
import type { UserId } from "../../auth/user-id";
import { requireConfig } from "../../config/config";
import { beginAgain } from "../../db/begin-again";
import { connect } from "../../db/connect";
import { wrapDatabaseError } from "../../db/wrap-database-error";
import { AppError } from "../../errors";
import { log } from "../../logs/log";
import { KEY_STATUSES, providerId } from "../../providers/schema";
import { openKeyRing } from "../vault/key-ring";
import { openKey, unwrapDataKey } from "../vault/seal-key";
import type { ApiKeys, ResolvedKey } from "./key-store";

const sealedRow = z.object({
  provider: providerId,
  api_key_id: z.string(),
  version: z.number(),
  status: z.enum(KEY_STATUSES),
  key: z.instanceof(Uint8Array),
  data_key_id: z.string(),
  wrapped_key: z.instanceof(Uint8Array),
  kek_id: z.string(),
  kek_version: z.number(),
});
type SealedRow = z.infer<typeof sealedRow>;

/**
 * Reads and opens all keys of one user: one round trip (the SQL function `resolve_api_keys` takes the
 * role and the user itself), one unwrapping, one decryption a key.
 *
 * @throws AppError `vault_unavailable` when the database or the key-encryption key cannot be asked.
 */
export async function readSealedKeys(user: UserId): Promise<ApiKeys> {
  const rows = await wrapDatabaseError(() =>
    beginAgain(async () => connect()`SELECT * FROM resolve_api_keys(${user})`),
  );
  const known = rows.filter(({ provider }) => providerId.safeParse(provider).success);
  const [first, ...rest] = known.map((row) => sealedRow.parse(row));
  if (!first) return {};
  const { vaultEnv } = requireConfig();
  const dataKey = await unwrapOrNull(user, vaultEnv, first);
  const opened = [first, ...rest].map(
    async (row) => [row.provider, await open({ user, vaultEnv, row, dataKey })] as const,
  );
  return Object.fromEntries(await Promise.all(opened));
}

async function unwrapOrNull(
  user: UserId,
  vaultEnv: string,
  row: SealedRow,
): Promise<Uint8Array | null> {
  const stored = {
    id: row.data_key_id,
    wrapped: row.wrapped_key,
    kekId: row.kek_id,
    kekVersion: row.kek_version,
  };
  try {
    return await unwrapDataKey(openKeyRing(), stored, vaultEnv, user);
  } catch (error) {
    if (error instanceof AppError) throw error;
    log.error({ err: error, userId: user }, "A data key cannot be unwrapped");
    return null;
  }
}

type Sealed = { user: UserId; vaultEnv: string; row: SealedRow; dataKey: Uint8Array | null };

async function open({ user, vaultEnv, row, dataKey }: Sealed): Promise<ResolvedKey> {
  if (row.status === "invalid") return { ok: false, code: "key_rejected" };
  if (!dataKey) return { ok: false, code: "key_undecryptable" };
  const { provider, api_key_id: apiKeyId, version, data_key_id: dataKeyId } = row;
  const context = {
    env: vaultEnv,
    userId: user,
    provider,
    apiKeyId,
    version,
    dataKeyId,
  };
  try {
    return { ok: true, secret: await openKey(dataKey, context, row.key) };
  } catch (error) {
    log.error({ err: error, userId: user, provider }, "A saved key cannot be decrypted");
    return { ok: false, code: "key_undecryptable" };
  }
}
