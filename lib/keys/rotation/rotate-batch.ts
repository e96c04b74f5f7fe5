import "server-only";
import pLimit from "p-limit";
import type postgres from "postgres";
import { z } from "zod";
import { asRotator } from "../../db/as-rotator";
import { AppError } from "../../errors";
import type { KeyRing } from "../vault/key-ring";
import { rewrapDataKey, type StoredDataKey, unwrapDataKey } from "../vault/seal-key";

/** Data keys of one transaction, and how many are wrapped at once: a KMS answers each by itself. */
const BATCH = 500;
const AT_ONCE = 32;

/** What a rotation works with. `vaultEnv` is the name that is bound into every data key. */
export type Rotation = { sql: postgres.Sql; ring: KeyRing; vaultEnv: string };
/** What one batch did: `last` is the last id that it looked at, none when nothing was left. */
export type Batch = { last: string | undefined; rotated: number; unreadable: number };

const dataKeyRow = z.object({
  id: z.string(),
  user: z.string(),
  wrapped: z.instanceof(Uint8Array),
  kekId: z.string(),
  kekVersion: z.number(),
});
type DataKeyRow = z.infer<typeof dataKeyRow>;

/**
 * Wraps the next data keys after the id `after` that are not of the current KEK. Rows that another
 * rotator holds are left to it. Nobody who reads or saves a key waits, since of a row only the
 * wrapping changes, by compare-and-swap; a batch that is cut short has changed nothing.
 *
 * @throws AppError `vault_unavailable` when a KEK cannot be asked.
 */
export function rotateBatch(rotation: Rotation, after: string): Promise<Batch> {
  const { sql, ring } = rotation;
  return asRotator(sql, async (tx) => {
    const found = await tx`
      SELECT id, user_id AS user, wrapped_key AS wrapped, kek_id AS "kekId", kek_version AS "kekVersion"
      FROM data_keys WHERE kek_id <> ${ring.currentVersion()} AND id > ${after}
      ORDER BY id LIMIT ${BATCH} FOR NO KEY UPDATE SKIP LOCKED`;
    const rows = found.map((row) => dataKeyRow.parse(row));
    const inTurn = pLimit(AT_ONCE);
    const pairs = await Promise.all(rows.map((row) => inTurn(() => rewrap(rotation, row))));
    const readable = pairs.flatMap((pair) => pair ?? []);
    const rotated = readable.length > 0 ? await store(tx, readable) : 0;
    return { last: rows.at(-1)?.id, rotated, unreadable: rows.length - readable.length };
  });
}

type Pair = { old: Uint8Array; fresh: StoredDataKey };

/** @returns nothing for a data key that cannot be opened, whose owner has to enter the keys again. */
async function rewrap(rotation: Rotation, row: DataKeyRow): Promise<Pair | undefined> {
  const { ring, vaultEnv } = rotation;
  const dataKey = await unwrapDataKey(ring, row, vaultEnv, row.user).catch((error: unknown) => {
    if (error instanceof AppError) throw error;
  });
  if (!dataKey) return undefined;
  const fresh = await rewrapDataKey(ring, { id: row.id, dataKey }, vaultEnv, row.user);
  return { old: row.wrapped, fresh };
}

/** Writes a batch and each user's history in one statement. @returns how many rows it changed. */
async function store(tx: postgres.TransactionSql, pairs: Pair[]): Promise<number> {
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
  const [first] = pairs;
  const written = await tx`
    WITH given AS (
      SELECT id, decode(old, 'hex') AS old, decode(fresh, 'hex') AS fresh FROM unnest(
        ${pairs.map(({ fresh }) => fresh.id)}::uuid[], ${pairs.map(({ old }) => hex(old))}::text[],
        ${pairs.map(({ fresh }) => hex(fresh.wrapped))}::text[]) AS g (id, old, fresh)
    ), changed AS (
      UPDATE data_keys d SET wrapped_key = given.fresh, rotated_at = now(),
        kek_id = ${first?.fresh.kekId ?? ""}, kek_version = ${first?.fresh.kekVersion ?? 1}
      FROM given WHERE d.id = given.id AND d.wrapped_key = given.old RETURNING d.user_id
    )
    INSERT INTO api_key_events (user_id, event) SELECT user_id, 'rotated' FROM changed`;
  return written.count;
}
