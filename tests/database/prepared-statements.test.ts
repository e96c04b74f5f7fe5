import { createServer, connect as dial } from "node:net";
import { Transform } from "node:stream";
import type postgres from "postgres";
import { expect, test } from "vitest";
import { openPool } from "@/lib/db/connect";
import { prepareWhereDirect } from "@/lib/db/prepare-where-direct";
import { setUpDatabase } from "@/tests/world/database/set-up-database";

const database = setUpDatabase();

test("on a connection of its own, what a pool asks with parameters is prepared once", async () => {
  const sql = openPool(database().url, 1);
  expect(await prepareWhereDirect(sql)).toBe(true);
  for (const number of [1, 2, 3]) expect(await ask(sql, number)).toBe(number);
  expect(await countPrepared(sql)).toBe(1);
  await sql.end();
});

test("within a transaction too", async () => {
  const sql = openPool(database().url, 1);
  await prepareWhereDirect(sql);
  for (const number of [1, 2]) expect(await sql.begin((tx) => ask(tx, number))).toBe(number);
  expect(await countPrepared(sql)).toBe(1);
  await sql.end();
});

test("a pool that was not asked to prepares nothing, nor does one behind a pooler", async () => {
  const plain = openPool(database().url, 1);
  await ask(plain, 1);
  expect(await countPrepared(plain)).toBe(0);
  await plain.end();

  const pooler = await standBetween();
  const pooled = openPool(pooler.url, 1);
  expect(await prepareWhereDirect(pooled)).toBe(false);
  expect(await ask(pooled, 1)).toBe(1);
  expect(await countPrepared(pooled)).toBe(0);
  await pooled.end();
  pooler.close();
});

test("a database that is away decides nothing", async () => {
  const sql = openPool("postgres://nobody@localhost:1/none", 1);
  await expect(prepareWhereDirect(sql)).rejects.toThrow();
  expect(sql.options.prepare).toBe(false);
});

async function ask(sql: postgres.Sql | postgres.TransactionSql, number: number): Promise<number> {
  const [row] = await sql.unsafe<{ number: number }[]>("SELECT $1::int AS number", [number]);
  return row?.number ?? 0;
}

async function countPrepared(sql: postgres.Sql): Promise<number> {
  const rows = await sql.unsafe(
    "SELECT 1 FROM pg_prepared_statements WHERE statement ~ 'AS number'",
  );
  return rows.length;
}

/** A pooler greets its clients itself: with a process and a secret of its own. */
async function standBetween(): Promise<{ url: string; close: () => void }> {
  const target = new URL(database().url);
  const server = createServer((near) => {
    const far = dial(Number(target.port), target.hostname);
    for (const socket of [near, far]) socket.on("error", () => {});
    near.pipe(far);
    far.pipe(new Transform({ transform: (chunk, _, done) => done(null, greet(chunk)) })).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("Not a TCP server");
  const here = Object.assign(new URL(target), { port: String(address.port) });
  return { url: here.href, close: () => server.close() };
}

/** BackendKeyData is "K", its length of 12, the process and its secret. */
function greet(chunk: Buffer): Buffer {
  const at = chunk.indexOf(Buffer.from([0x4b, 0, 0, 0, 12]));
  if (at >= 0) chunk.writeUInt32BE(4_000_000_000, at + 5);
  return chunk;
}
