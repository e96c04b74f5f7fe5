import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { inject } from "vitest";
import type { Lent } from "./development-pool";

/** A development server that a suite has for itself, as good as new. */
export type Development = {
  url: string;
  /** The folder that holds its `.env.local` and `.data`. */
  folder: string;
  /** Everything it has printed, for this suite and those before. */
  output: () => Promise<string>;
  database: { url: string; sql: postgres.Sql };
  /** Sends a JSON body, or none, to a path of this server. */
  send: (method: string, path: string, body?: object, headers?: object) => Promise<Response>;
  /** Lets go of it, for the next suite. */
  stop: () => Promise<void>;
};

/** Takes a development server, its providers in the sandbox, and makes it forget whoever had it before. */
export async function startDevelopment(): Promise<Development> {
  const { poolUrl } = inject("servers");
  const taken = await fetch(`${poolUrl}/take`, { method: "POST" });
  if (!taken.ok) throw new Error(`There is no development server: ${await taken.text()}`);
  const { url, folder, ...lent }: Lent = await taken.json();
  // A suite closes its pools, which are kept by their address: the next one's is another.
  const databaseUrl = `${lent.databaseUrl}?application_name=${randomUUID()}`;
  const sql = postgres(databaseUrl, { max: 4, connect_timeout: 180, onnotice: () => {} });
  rmSync(path.join(folder, ".env.local"), { force: true });
  await emptyTables(sql);
  const send: Development["send"] = (method, path, body, headers = {}) =>
    fetch(`${url}${path}`, {
      method,
      headers: { "content-type": "application/json", ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const query = `url=${encodeURIComponent(url)}`;
  const output = async () => (await fetch(`${poolUrl}/output?${query}`)).text();
  const stop = async () => {
    await sql.end({ timeout: 1 });
    await fetch(`${poolUrl}/give?${query}`, { method: "POST" });
  };
  return { url, folder, output, database: { url: databaseUrl, sql }, send, stop };
}

const DEADLOCK = "40P01";

/** Again where what the server does by itself held a table that waited for another of ours. */
async function emptyTables(sql: postgres.Sql): Promise<void> {
  const tables = await sql<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'public'`;
  const names = tables.map(({ name }) => name).join(", ");
  await sql.unsafe(`TRUNCATE ${names} CASCADE`).catch((error: unknown) => {
    if (!(error instanceof postgres.PostgresError) || error.code !== DEADLOCK) throw error;
    return emptyTables(sql);
  });
}
