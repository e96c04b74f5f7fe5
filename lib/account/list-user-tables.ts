import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { UserTransaction } from "../db/as-user";

const userTable = z.object({
  name: z.string(),
  /** Columns with a secret: everything that is sealed or wrapped is of the type bytea. */
  secrets: z.array(z.string()),
  /** The primary key, in its order, with the types that its values are compared as. */
  key: z.array(z.object({ column: z.string(), type: z.string() })).min(1),
});
/** A table in which users have rows. */
export type UserTable = z.infer<typeof userTable>;

/**
 * Every table with a `user_id`, read from the database's own catalogue, so that a new table is
 * exported and erased without being named anywhere. Those that point at another one come first.
 */
export async function listUserTables(tx: UserTransaction): Promise<UserTable[]> {
  const rows = await tx.execute(sql`
    WITH RECURSIVE user_tables AS (
      SELECT c.oid, c.relname FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'user_id' AND NOT a.attisdropped
      WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
    ), depths AS (
      SELECT oid, 0 AS depth FROM user_tables
      UNION
      SELECT f.conrelid, d.depth + 1 FROM depths d
      JOIN pg_constraint f ON f.contype = 'f' AND f.confrelid = d.oid AND f.conrelid <> f.confrelid
      WHERE d.depth < 20
    )
    SELECT t.relname AS name,
      (SELECT coalesce(json_agg(a.attname ORDER BY a.attnum), '[]') FROM pg_attribute a
        WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
          AND a.atttypid = 'bytea'::regtype) AS secrets,
      (SELECT json_agg(json_build_object('column', a.attname, 'type', format_type(a.atttypid, NULL))
          ORDER BY array_position(i.indkey::int[], a.attnum::int))
        FROM pg_index i JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (i.indkey)
        WHERE i.indrelid = t.oid AND i.indisprimary) AS key
    FROM user_tables t JOIN depths d ON d.oid = t.oid
    GROUP BY t.oid, t.relname ORDER BY max(d.depth) DESC, t.relname`);
  return rows.map((row) => userTable.parse(row));
}
