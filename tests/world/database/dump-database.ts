import type postgres from "postgres";

/** Counters of the limiter move with every request and are nobody's data. */
const COUNTERS = "rate_limits";

/**
 * Every row of every table as text, bytes in hexadecimal: what `pg_dump` would show. Two dumps are
 * equal when nothing was changed in between.
 */
export async function dumpDatabase(sql: postgres.Sql): Promise<string> {
  const tables = await sql<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> ${COUNTERS}
    ORDER BY table_name`;
  const parts: string[] = [];
  for (const { name } of tables) {
    const rows = await sql<{ row: string }[]>`
      SELECT to_jsonb(t)::text AS row FROM ${sql(name)} t ORDER BY 1`;
    parts.push(`-- ${name}`, ...rows.map(({ row }) => row));
  }
  return parts.join("\n");
}

/** The same of every schema: the workflow engine's tables too, and counters. */
export async function dumpEverything(sql: postgres.Sql): Promise<string> {
  const tables = await sql<{ schema: string; name: string }[]>`
    SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
    WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`;
  const parts = tables.map(async ({ schema, name }) => {
    const rows = await sql<{ row: string }[]>`
      SELECT to_jsonb(t)::text AS row FROM ${sql(schema)}.${sql(name)} t`;
    return [`-- ${schema}.${name}`, ...rows.map(({ row }) => row)].join("\n");
  });
  return (await Promise.all(parts)).join("\n");
}
