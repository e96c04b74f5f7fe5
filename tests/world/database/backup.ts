import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type postgres from "postgres";

/** A table's rows as COPY writes them. */
export type Backup = { table: string; rows: Buffer }[];

/** Every table of ours as `pg_dump --role=alwrity_backup --enable-row-security` reads it, in one snapshot. */
export function backUp(sql: postgres.Sql): Promise<Backup> {
  return sql.begin("ISOLATION LEVEL REPEATABLE READ READ ONLY", async (tx) => {
    const tables = await tx`
      SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`;
    await tx`SELECT set_config('role', 'alwrity_backup', true)`;
    const backup: Backup = [];
    for (const { name } of tables) {
      const rows = await tx`COPY ${tx(name)} TO STDOUT`.readable();
      backup.push({ table: name, rows: Buffer.concat(await Readable.from(rows).toArray()) });
    }
    return backup;
  });
}

/** Writes a backup into a migrated database, as `pg_restore` does: foreign keys and sequences come last. */
export async function restore(sql: postgres.Sql, backup: Backup): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`SELECT set_config('session_replication_role', 'replica', true)`;
    for (const { table, rows } of backup) {
      const into: Writable = await tx`COPY ${tx(table)} FROM STDIN`.writable();
      await pipeline(Readable.from([rows]), into);
    }
    const counted = await tx`
      SELECT table_name AS name, column_name AS column FROM information_schema.columns
      WHERE table_schema = 'public' AND is_identity = 'YES'`;
    for (const { name, column } of counted)
      await tx`
        SELECT setval(pg_get_serial_sequence(${name}, ${column}), coalesce(max(${tx(column)}), 0) + 1)
        FROM ${tx(name)}`;
  });
}
