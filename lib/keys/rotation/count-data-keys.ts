import "server-only";
import type postgres from "postgres";
import { z } from "zod";
import { asRotator } from "../../db/as-rotator";

const counts = z.array(z.object({ kekId: z.string(), dataKeys: z.number() }));

/**
 * How many data keys each key-encryption key has wrapped, as the role that rotates them: those of the
 * ring, in their order, and those that only the rows know.
 */
export async function countDataKeys(
  sql: postgres.Sql,
  inRing: readonly string[],
): Promise<z.infer<typeof counts>> {
  const rows = await asRotator(
    sql,
    (tx) => tx`
      SELECT kek_id AS "kekId", count(*)::int AS "dataKeys" FROM data_keys
      GROUP BY kek_id ORDER BY kek_id`,
  );
  const found = counts.parse([...rows]);
  const ids = new Set([...inRing, ...found.map(({ kekId }) => kekId)]);
  const count = (id: string) => found.find(({ kekId }) => kekId === id)?.dataKeys ?? 0;
  return [...ids].map((kekId) => ({ kekId, dataKeys: count(kekId) }));
}
