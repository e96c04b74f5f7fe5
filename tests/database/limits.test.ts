import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import type { UserId } from "@/lib/auth/user-id";
import { AppError } from "@/lib/errors";
import { limitKeyChecks, limitRequests } from "@/lib/limits/limit-requests";
import { clerkUser } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";

const database = setUpDatabase();
const AWAY = "postgres://nobody:none@localhost:1/none";
let serial = 0;

function createUser(): UserId {
  serial += 1;
  return clerkUser(`limits_${serial}`);
}

/** `passes`, or the code of the refusal, which must say how long to wait. */
async function ask(call: Promise<void>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (refusal: unknown) => refusal,
  );
  if (error === undefined) return "passes";
  if (!(error instanceof AppError)) throw error;
  expect(error.context.retryAfter).toBeGreaterThanOrEqual(1);
  expect(error.context.retryAfter).toBeLessThanOrEqual(60);
  expect(Number.isInteger(error.context.retryAfter)).toBe(true);
  return error.code;
}

/** How many of `count` single checks, all asked for at once, pass. */
async function countPassing(user: UserId, count: number): Promise<number> {
  const answers = await Promise.all(
    Array.from({ length: count }, () => ask(limitKeyChecks(user, 1))),
  );
  return answers.filter((answer) => answer === "passes").length;
}

describe("the limit on key checks", () => {
  it("lets a user have 10 keys checked a minute, and says when to come back", async () => {
    const [user, other] = [createUser(), createUser()];
    for (const keys of [3, 3, 3, 1]) expect(await ask(limitKeyChecks(user, keys))).toBe("passes");
    for (const keys of [1, 3]) expect(await ask(limitKeyChecks(user, keys))).toBe("rate_limited");
    expect(await ask(limitKeyChecks(other, 3))).toBe("passes");
    expect(await ask(limitRequests(user))).toBe("passes");
  });

  it("refuses a request for more checks than are left", async () => {
    const user = createUser();
    expect(await ask(limitKeyChecks(user, 9))).toBe("passes");
    expect(await ask(limitKeyChecks(user, 3))).toBe("rate_limited");
  });

  it("lets exactly 10 of 40 pass that come at once, for each user", async () => {
    const users = [createUser(), createUser(), createUser()];
    expect(await Promise.all(users.map((user) => countPassing(user, 40)))).toEqual([10, 10, 10]);
  });
});

describe("the limit on requests", () => {
  it("is 200 a minute for each user", async () => {
    const [user, other] = [createUser(), createUser()];
    const asked = await Promise.all(Array.from({ length: 230 }, () => ask(limitRequests(user))));
    expect(asked.filter((answer) => answer === "passes")).toHaveLength(200);
    expect(asked.filter((answer) => answer === "rate_limited")).toHaveLength(30);
    expect(await ask(limitRequests(other))).toBe("passes");
  });
});

describe("the counters", () => {
  const rows = () =>
    database().sql`SELECT key, points, expire::float8 AS expire FROM rate_limits ORDER BY key`;
  beforeEach(async () => {
    await database().sql`DELETE FROM rate_limits`;
  });

  it("are in the database, where every instance sees them, under a hash of the user id", async () => {
    const user = createUser();
    await limitKeyChecks(user, 4);
    const [row] = await rows();
    expect(row).toMatchObject({
      key: expect.stringMatching(/^key-checks:[0-9a-f]{64}$/),
      points: 4,
    });
    expect(row?.key).not.toContain(user);
    await database().sql`UPDATE rate_limits SET points = 10`;
    expect(await ask(limitKeyChecks(user, 1))).toBe("rate_limited");
  });

  it("start again when the minute is over", async () => {
    const user = createUser();
    expect(await countPassing(user, 20)).toBe(10);
    await database().sql`UPDATE rate_limits SET expire = ${Date.now() - 1}`;
    expect(await countPassing(user, 20)).toBe(10);
  });
});

test("the application's role reaches no counter but through the function that counts", async () => {
  const asApp = (statement: string) =>
    database().sql.begin(async (sql) => {
      await sql`SET LOCAL ROLE alwrity_app`;
      return sql.unsafe(statement);
    });
  for (const statement of [
    "SELECT * FROM rate_limits",
    "DELETE FROM rate_limits",
    "UPDATE rate_limits SET points = 0",
    "INSERT INTO rate_limits (key, points, expire) VALUES ('x', 0, 0)",
    "TRUNCATE rate_limits",
  ])
    await expect(asApp(statement), statement).rejects.toMatchObject({ code: "42501" });
  expect(await asApp("SELECT points FROM count_requests('own', 2, 60000)")).toEqual([
    { points: 2 },
  ]);
});

describe("while the database is away", () => {
  const url = () => database().url;
  afterEach(() => {
    process.env.DATABASE_URL = url();
  });

  it("counts in memory: 10 checks pass, others are unaffected, and it goes back to the database", async () => {
    const [user, other] = [createUser(), createUser()];
    process.env.DATABASE_URL = AWAY;
    expect(await countPassing(user, 15)).toBe(10);
    expect(await ask(limitKeyChecks(user, 1))).toBe("rate_limited");
    expect(await ask(limitKeyChecks(other, 3))).toBe("passes");
    delete process.env.DATABASE_URL;
    expect(await ask(limitKeyChecks(user, 1))).toBe("rate_limited");
    process.env.DATABASE_URL = url();
    expect(await countPassing(user, 15)).toBe(10);
  });
});
