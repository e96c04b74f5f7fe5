import { randomUUID } from "node:crypto";
import { sql as statement } from "drizzle-orm";
import type { Row } from "postgres";
import { expect, test } from "vitest";
import { mintUserId } from "@/lib/auth/user-id";
import { asAccountant } from "@/lib/db/as-accountant";
import { asUser } from "@/lib/db/as-user";
import { connect } from "@/lib/db/connect";
import { drawPicture } from "@/lib/owner/draw-picture";
import { isOwner } from "@/lib/owner/is-owner";
import { reportOwner } from "@/lib/owner/report-owner";
import { seedTesters } from "../world/database/seed-testers";
import { setUpDatabase } from "../world/database/set-up-database";
import { scaled } from "../world/scale";

const database = setUpDatabase();
const TESTERS = 100;
/** Enough that each kind of call is among them. */
const CALLS = Math.max(100, scaled(10_000));

test("the owner's figures equal sums made another way, and not one call is the owner's to pay", async () => {
  const { sql } = database();
  await seedTesters(sql, { testers: TESTERS, calls: CALLS });
  const rows = await sql`SELECT user_id, post_id, provider, status, error_code, cost_basis,
    coalesce(cost_usd * 1000000000, 0)::bigint::text AS nano FROM usage_events`;
  const finished = new Set(
    (await sql`SELECT id FROM posts WHERE status = ANY('{ready,published}')`).map(({ id }) => id),
  );
  const add = (some: readonly Row[]) =>
    Number(some.reduce((sum, { nano }) => sum + BigInt(nano), 0n)) / 1_000_000_000;
  const report = await reportOwner();
  const finishedUsd = add(rows.filter((row) => finished.has(row.post_id)));
  expect(report.totals).toEqual({
    testers: TESTERS,
    posts: 400,
    finishedPosts: 200,
    finishedUsd,
    calls: CALLS,
    paidUsd: add(rows),
    unpricedCalls: rows.filter((row) => row.cost_basis === "unpriced").length,
    foreignCalls: 0,
    foreignUsd: 0,
  });
  for (const { provider, calls, usd } of report.byProvider) {
    const own = rows.filter((row) => row.provider === provider);
    expect({ calls, usd }).toEqual({ calls: own.length, usd: add(own) });
  }
  for (const { code, calls } of report.errors)
    expect(calls).toBe(rows.filter((row) => row.error_code === code).length);
  expect(report.errors.map(({ code }) => code).sort()).toEqual(["key_rejected", "quota_day"]);
  const picture = drawPicture(report.totals, 7);
  expect(picture.postUsd).toBeCloseTo(finishedUsd / 200, 12);
  expect(picture.testers.map(({ usd }) => usd / (picture.postUsd ?? 1)).map(Math.round)).toEqual([
    100, 50, 200,
  ]);
  expect(picture.owner).toEqual({ infrastructureUsd: 7, apiUsd: 0 });
  expect(JSON.stringify(report)).not.toMatch(/secret|user_\d/);
});

test("a call on a key that its user never saved is counted as the owner's", async () => {
  const { sql } = database();
  const before = (await reportOwner()).totals;
  await sql`INSERT INTO usage_events (user_id, provider, key_version, operation, status, cost_usd)
    VALUES ('user_1', 'gemini', 9, 'section', 'settled', 0.5), ('user_1', 'gemini', 0, 'section', 'settled', 0.25),
      ('user_1', 'exa', NULL, 'search', 'settled', 0.125)`;
  const { foreignCalls, foreignUsd, paidUsd } = (await reportOwner()).totals;
  expect({ foreignCalls, foreignUsd }).toEqual({ foreignCalls: 3, foreignUsd: 0.875 });
  expect(paidUsd).toBe(before.paidUsd);
});

test("no transaction of a user can ask, and the accountant's role reads no content", async () => {
  const user = mintUserId(`user_${randomUUID()}`);
  const asked = asUser(user, (tx) => tx.execute(statement`SELECT * FROM owner_totals()`));
  await expect(asked).rejects.toThrow(/42501/);
  for (const column of ["topic", "title", "document", "request"]) {
    const read = connect().begin((sql) => [
      sql`SELECT set_config('role', 'alwrity_accountant', true)`,
      sql.unsafe(`SELECT ${column} FROM posts`),
    ]);
    await expect(read, column).rejects.toMatchObject({ code: "42501" });
  }
  await expect(asAccountant(["pg_ls_logdir"])).rejects.toThrow(/42501/);
});

test("only whom OWNER_USER_IDS names is the owner", () => {
  process.env.OWNER_USER_IDS = "user_boss, user_other";
  const named = ["user_boss", "user_other", "user_bos", "user_1"].map((id) =>
    isOwner(mintUserId(id)),
  );
  expect(named).toEqual([true, true, false, false]);
  delete process.env.OWNER_USER_IDS;
  expect([isOwner(mintUserId("user_boss")), isOwner(null)]).toEqual([false, false]);
});
