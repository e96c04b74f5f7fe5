import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { mintUserId, type UserId } from "@/lib/auth/user-id";
import { asUser } from "@/lib/db/as-user";
import { listNotices } from "@/lib/notices/list-notices";
import { saveSettings } from "@/lib/settings/save-settings";
import { readCap } from "@/lib/usage/cap/read-cap";
import { saveCap } from "@/lib/usage/cap/save-cap";
import { openLedgerRow, type PlannedCall, settleLedgerRow } from "@/lib/usage/ledger";
import { setUpDatabase } from "../world/database/set-up-database";

const database = setUpDatabase();
const newUser = () => mintUserId(`user_${randomUUID()}`);
const CALL: PlannedCall = {
  postId: null,
  provider: "exa",
  keyVersion: 1,
  operation: "search",
  reserveUsd: 0.01,
};
const settle = (user: UserId, id: string, costUsd: number) =>
  settleLedgerRow(user, id, { status: "settled", costUsd, costBasis: "provider" });

test("a call that could exceed the month's cap is refused, whatever kind it is, and says what is left", async () => {
  const user = newUser();
  await saveCap(user, { monthlyUsd: 0.025, zone: "Europe/Berlin" });
  await settle(user, await openLedgerRow(user, CALL), 0.008);
  await settle(user, await openLedgerRow(user, { ...CALL, operation: "assistant" }), 0.008);
  const refused = openLedgerRow(user, { ...CALL, operation: "check" });
  await expect(refused).rejects.toMatchObject({
    code: "cap_reached",
    context: {
      cap: {
        scope: "month",
        leftUsd: 0.009,
        resetsAt: expect.stringMatching(/T2[23]:00:00.000Z$/),
      },
      detail: expect.stringMatching(
        /^\$0\.0090 of \$0\.0250 is left .+ up to \$0\.0100\..+\(Europe\/Berlin\)\.$/,
      ),
    },
  });
  await settle(user, await openLedgerRow(user, { ...CALL, reserveUsd: 0 }), 0);
  await settle(user, await openLedgerRow(user, { ...CALL, reserveUsd: 0.009 }), 0.009);
  const cap = await asUser(user, readCap);
  expect(cap).toMatchObject({ monthlyUsd: 0.025, spentUsd: 0.025, pendingUsd: 0, leftUsd: 0 });
});

test("a call that fits once others have settled waits for them, and goes ahead in their place", async () => {
  const user = newUser();
  await saveCap(user, { monthlyUsd: 0.015 });
  const first = await openLedgerRow(user, CALL);
  let opened = false;
  const second = openLedgerRow(user, CALL).then((id) => {
    opened = true;
    return id;
  });
  await expect.poll(async () => (await asUser(user, readCap)).pendingUsd).toBe(0.01);
  expect(opened).toBe(false);
  await settle(user, first, 0.003);
  await settle(user, await second, 0.003);
  const gone = new AbortController();
  const held = await openLedgerRow(user, { ...CALL, reserveUsd: 0.009 });
  const waiting = openLedgerRow(user, { ...CALL, reserveUsd: 0.005, signal: gone.signal });
  gone.abort();
  await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
  await settle(user, held, 0.009);
});

test("a model without a price is refused while a cap is set, and recorded as unpriced without one", async () => {
  const user = newUser();
  const unpriced = {
    ...CALL,
    provider: "gemini",
    model: "gemini-9-unknown",
    reserveUsd: null,
  } as const;
  const id = await openLedgerRow(user, unpriced);
  await settleLedgerRow(user, id, { status: "settled", costUsd: null, costBasis: "unpriced" });
  await saveCap(user, { monthlyUsd: 5 });
  await expect(openLedgerRow(user, unpriced)).rejects.toMatchObject({ code: "price_missing" });
  const postId = randomUUID();
  await saveCap(user, { monthlyUsd: null });
  await expect(openLedgerRow(user, { ...unpriced, postId, capUsd: 1 })).rejects.toMatchObject({
    code: "price_missing",
  });
  const rows = await database().sql`SELECT cost_usd FROM usage_events WHERE user_id = ${user}`;
  expect(rows).toEqual([{ cost_usd: null }]);
});

test("the month's warnings come once each, anew after a change of the cap, which ends the old ones, and not where they are muted", async () => {
  const user = newUser();
  const told = async () => {
    const rows = await database().sql`SELECT kind FROM notices WHERE user_id = ${user}`;
    return rows.map(({ kind }) => kind).sort();
  };
  const shown = async () => (await listNotices(user)).notices.map(({ kind }) => kind);
  await saveCap(user, { monthlyUsd: 0.1 });
  const spend = async (usd: number) =>
    settle(user, await openLedgerRow(user, { ...CALL, reserveUsd: usd }), usd);
  await spend(0.079);
  expect(await told()).toEqual([]);
  await spend(0.001);
  await spend(0.001);
  expect(await told()).toEqual(["cap-near"]);
  await expect(spend(0.02)).rejects.toMatchObject({ code: "cap_reached" });
  await expect(spend(0.02)).rejects.toMatchObject({ code: "cap_reached" });
  expect(await told()).toEqual(["cap-near", "cap-reached"]);
  expect(await shown()).toEqual(["cap-reached"]);
  await saveCap(user, { monthlyUsd: 0.11 });
  expect(await shown()).toEqual([]);
  await spend(0.01);
  expect(await told()).toEqual(["cap-near", "cap-near", "cap-reached"]);
  expect(await shown()).toEqual(["cap-near"]);
  await saveSettings(user, { mutedNotices: ["cap-near"] });
  await saveCap(user, { monthlyUsd: 0.12 });
  await spend(0.01);
  expect(await told()).toEqual(["cap-near", "cap-near", "cap-reached"]);
  expect(await shown()).toEqual([]);
});

test("what a killed process set aside is counted as spent when nobody can settle it any more", async () => {
  const user = newUser();
  await saveCap(user, { monthlyUsd: 0.015 });
  const id = await openLedgerRow(user, CALL);
  await database()
    .sql`UPDATE usage_events SET created_at = now() - interval '16 minutes' WHERE id = ${id}`;
  await expect(openLedgerRow(user, CALL)).rejects.toMatchObject({ code: "cap_reached" });
  await settle(user, id, 0.002);
  const [row] = await database().sql`
    SELECT status, cost_usd::float AS usd FROM usage_events WHERE id = ${id}`;
  expect(row).toEqual({ status: "estimated", usd: 0.01 });
});
