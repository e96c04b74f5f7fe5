import "server-only";
import type postgres from "postgres";

/**
 * Lets a pool keep its statements prepared where nothing stands between it and Postgres: every
 * statement is then read and planned once for each connection, and sent in one round trip, not two.
 * A pooler (PgBouncer, Supavisor, Neon's) may hand each transaction to another connection, on which
 * nobody has prepared anything. It is known by its answer: the process that serves the query is not
 * the one that greeted the connection. A database that is away decides nothing.
 *
 * @returns whether statements are prepared from now on.
 */
export async function prepareWhereDirect(sql: postgres.Sql): Promise<boolean> {
  const answer = await sql<[{ pid: number }]>`SELECT pg_backend_pid() AS pid`;
  const isDirect = answer.state.pid === answer[0].pid;
  sql.options.prepare = isDirect;
  return isDirect;
}
