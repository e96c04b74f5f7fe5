import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { UserId } from "../auth/user-id";
import { asUser } from "../db/as-user";
import { listUserTables, type UserTable } from "./list-user-tables";

/** Rows of one question: a post's document may have a few hundred kilobytes. */
const PAGE = 100;

/**
 * Everything about a user as the pieces of one JSON document, `{exportedAt, user, omitted, tables}`, but
 * for what is sealed, whose columns `omitted` names. Read page by page: a slow reader holds nothing open.
 */
export async function* exportAccount(user: UserId, now = new Date()): AsyncGenerator<string> {
  const tables = await asUser(user, listUserTables);
  const omitted = tables.flatMap(({ name, secrets }) =>
    secrets.map((column) => `${name}.${column}`),
  );
  const head = JSON.stringify({ exportedAt: now.toISOString(), user, omitted });
  yield `${head.slice(0, -1)},\n"tables":{`;
  for (const [at, table] of tables.toReversed().entries()) {
    yield `${at > 0 ? "," : ""}\n${JSON.stringify(table.name)}:[`;
    yield* exportTable(user, table);
    yield "]";
  }
  yield "\n}}\n";
}

async function* exportTable(user: UserId, table: UserTable): AsyncGenerator<string> {
  let after: string[] | undefined;
  do {
    const rows = await readPage(user, table, after);
    const texts = rows.map(({ row }) => String(row));
    if (texts.length > 0) yield `${after ? "," : ""}\n${texts.join(",\n")}`;
    const last = rows.length === PAGE ? rows.at(-1) : undefined;
    after = last && table.key.map((_, at) => String(last[`key${at}`]));
  } while (after);
}

/** The rows after the key `after`, in the order of their keys, as the texts of JSON objects. */
async function readPage(user: UserId, table: UserTable, after: string[] | undefined) {
  const columns = sql.join(
    table.key.map(({ column }) => sql.identifier(column)),
    sql`, `,
  );
  const keys = table.key.map(
    ({ column }, at) => sql`${sql.identifier(column)}::text AS ${sql.identifier(`key${at}`)}`,
  );
  const secrets = sql`${JSON.stringify(table.secrets)}::jsonb`;
  const rows = await asUser(user, (tx) =>
    tx.execute(sql`
      SELECT ${sql.join(keys, sql`, `)}, (to_jsonb(t) - ARRAY(SELECT jsonb_array_elements_text(${secrets})))::text AS row
      FROM ${sql.identifier(table.name)} t WHERE user_id = ${user} ${isAfter(table, columns, after)}
      ORDER BY ${columns} LIMIT ${PAGE}`),
  );
  return [...rows];
}

function isAfter(table: UserTable, columns: SQL, after: string[] | undefined): SQL {
  if (!after) return sql``;
  const values = after.map((value, at) => sql`${value}::${sql.raw(table.key[at]?.type ?? "text")}`);
  return sql`AND (${columns}) > (${sql.join(values, sql`, `)})`;
}
