import "server-only";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { currentEnv, readVar } from "../env";
import { LIMITS } from "../limits/registry";
import { shareInProcess } from "../process/share-in-process";
import { prepareWhereDirect } from "./prepare-where-direct";
import { storeSafely } from "./store-safely";

/** The pool with the address it was made for, and where the embedded Postgres listens. */
type Shared = { embeddedUrl?: string; pool?: { url: string; sql: postgres.Sql } };
const shared = shareInProcess("database", (): Shared => ({}));

/**
 * The connection pool on `DATABASE_URL`, or on the embedded Postgres in development. Made at first
 * use, so that a build and a unit test need no database.
 *
 * @throws Error when there is no database to connect to.
 */
export function connect(): postgres.Sql {
  const url = databaseUrl();
  if (shared.pool?.url !== url) shared.pool = { url, sql: openSized(url) };
  return shared.pool.sql;
}

/** Ends the pool: for tests and commands, whose process goes on or ends. The next use opens another. */
export async function closePool(): Promise<void> {
  const { pool } = shared;
  delete shared.pool;
  await pool?.sql.end({ timeout: 1 });
}

/**
 * A function has many of its kind beside it, all on one database, and lives too short to prepare
 * anything; a server has few, and asks the same all day.
 */
function openSized(url: string): postgres.Sql {
  const { server, functions } = LIMITS.databaseConnections;
  const isFunction = Boolean(readVar(currentEnv(), "VERCEL"));
  const sql = openPool(url, isFunction ? functions : server);
  // It has the pool give times as Postgres writes them: once, whoever is the first to ask.
  drizzle(sql);
  if (isFunction) return sql;
  prepareWhereDirect(sql).catch(() => {});
  return sql;
}

/** Opens a pool of at most `max` connections. Nothing is prepared: there may be a pooler in between. */
export function openPool(url: string, max: number): postgres.Sql {
  const sql = postgres(url, {
    max,
    prepare: false,
    connect_timeout: 5,
    backoff: reconnectAfter,
    idle_timeout: 60,
    onnotice: () => {},
  });
  return storeSafely(sql);
}

/**
 * Seconds until a connection that was refused is tried again. The driver's own wait grows to twenty:
 * whoever came first after a database was back waited for it, and whoever came before was told that late.
 * It tries for a waiting request alone.
 */
function reconnectAfter(): number {
  return 0.1 + 0.2 * Math.random();
}

/** Tells this process where the embedded Postgres listens. */
export function registerEmbeddedDatabase(url: string): void {
  shared.embeddedUrl = url;
}

function databaseUrl(): string {
  const url = readVar(currentEnv(), "DATABASE_URL") ?? shared.embeddedUrl;
  if (!url) throw new Error("There is no database: DATABASE_URL is not set and none was started.");
  return url;
}
