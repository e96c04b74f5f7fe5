import { inspect } from "node:util";
import { expect, test } from "vitest";
import { DatabaseError, wrapDatabaseError } from "./wrap-database-error";

const SECRET = "a-parameter-that-nobody-may-read";

/** An error of the driver as another bundle's copy of it makes: same shape, another class. */
function driverError(code: string): Error {
  return Object.assign(new Error("duplicate key"), {
    name: "PostgresError",
    code,
    parameters: [SECRET],
  });
}

/** What drizzle makes of it: the parameters stand in the message too. */
function queryError(cause: Error | undefined): Error {
  const error = new Error(`Failed query: insert … params: ${SECRET}`, { cause });
  return Object.assign(error, { query: "insert", params: [SECRET] });
}

async function caught(error: unknown): Promise<unknown> {
  return wrapDatabaseError(() => Promise.reject(error)).catch((thrown: unknown) => thrown);
}

test("nothing of a failed statement but its code and its constraint leaves the database layer", async () => {
  for (const error of [
    driverError("23505"),
    queryError(driverError("22P05")),
    queryError(undefined),
  ]) {
    const thrown = await caught(error);
    expect(thrown).toBeInstanceOf(DatabaseError);
    expect(inspect(thrown, { depth: 10, showHidden: true })).not.toContain(SECRET);
  }
});

test("a database that is away is said to be away, however the news arrives", async () => {
  const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  for (const error of [
    refused,
    new AggregateError([refused]),
    queryError(refused),
    driverError("57P01"),
  ])
    expect(await caught(error)).toMatchObject({ code: "vault_unavailable" });
});

test("an error of our own passes as it is", async () => {
  const own = Object.assign(new Error("a jose error"), { code: "ERR_JWE_DECRYPTION_FAILED" });
  expect(await caught(own)).toBe(own);
});
