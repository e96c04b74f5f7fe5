import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { mintUserId, type UserId } from "@/lib/auth/user-id";
import { openLedgerRow } from "@/lib/usage/ledger";
import { listCalls } from "@/lib/usage/report/list-calls";
import { listColumns } from "@/lib/usage/report/list-chart-columns";
import { reportUsage } from "@/lib/usage/report/report-usage";
import { writeCsv } from "@/lib/usage/report/write-csv";
import { GROUPINGS, type UsageRange } from "@/lib/usage/schema";
import { seedCalls } from "../world/database/seed-calls";
import { setUpDatabase } from "../world/database/set-up-database";
import { scaled } from "../world/scale";

const database = setUpDatabase();
/** Enough that each kind of call is among them. */
const CALLS = Math.max(100, scaled(10_000));
/** 14 months, in which the clocks of Berlin and New York change twice, and those of Kolkata never. */
const RANGE = { from: "2025-09-10", to: "2026-11-09" };
const ZONES = ["Europe/Berlin", "America/New_York", "Asia/Kolkata"];

/** The same sums by another way: every row is read, and added up here in billionths of a dollar. */
async function addByHand(user: UserId, { from, to, zone }: UsageRange) {
  const rows = await database().sql`
    SELECT provider, operation, post_id, key_version, coalesce(billed_model, model) AS model, status, cost_basis,
      (coalesce(cost_usd, 0) * 1000000000)::bigint::text AS nano, input_tokens, cached_tokens, output_tokens,
      created_at FROM usage_events WHERE user_id = ${user}`;
  const local = new Intl.DateTimeFormat("sv-SE", { timeZone: zone });
  return rows
    .map((row) => ({ ...row, nano: BigInt(row.nano), day: local.format(row.created_at) }))
    .filter(({ day }) => day >= from && day <= to) as unknown as HandRow[];
}
type HandRow = {
  provider: string;
  operation: string;
  post_id: string | null;
  key_version: number | null;
  model: string | null;
  status: string;
  cost_basis: string;
  nano: bigint;
  input_tokens: number;
  cached_tokens: number;
  output_tokens: number;
  day: string;
};
const KEY_OF = {
  day: (row: HandRow) => row.day,
  post: (row: HandRow) => row.post_id,
  provider: (row: HandRow) => row.provider,
  model: (row: HandRow) => row.model,
  key: (row: HandRow) => (row.key_version ? `${row.provider} ${row.key_version}` : null),
  operation: (row: HandRow) => row.operation,
};
const toNano = (usd: number) => BigInt(Math.round(usd * 1_000_000_000));

function addUp(rows: HandRow[]) {
  const isOver = ({ status }: HandRow) => status !== "pending";
  const count = (test: (row: HandRow) => boolean) => rows.filter(test).length;
  return {
    nano: rows.reduce((sum, { nano }) => sum + nano, 0n),
    calls: rows.length,
    inputTokens: rows.filter(isOver).reduce((sum, row) => sum + row.input_tokens, 0),
    cachedTokens: rows.reduce((sum, row) => sum + row.cached_tokens, 0),
    outputTokens: rows.reduce((sum, row) => sum + row.output_tokens, 0),
    unpricedCalls: count((row) => isOver(row) && row.cost_basis === "unpriced"),
    estimatedCalls: count((row) => isOver(row) && row.cost_basis === "estimated"),
  };
}

test("sums by every grouping, columns and the file equal the rows added up by hand, in three zones", async () => {
  const user = mintUserId(`user_${randomUUID()}`);
  const stranger = mintUserId(`user_${randomUUID()}`);
  await Promise.all([
    seedCalls(database().sql, user, CALLS),
    seedCalls(database().sql, stranger, CALLS),
  ]);
  for (const zone of ZONES) {
    const range = { ...RANGE, zone };
    const rows = await addByHand(user, range);
    expect(rows.length).toBeGreaterThan(CALLS / 2);
    for (const by of GROUPINGS) {
      const { totals, groups } = await reportUsage(user, { ...range, by });
      const hand = groupBy(rows, KEY_OF[by]);
      expect(groups.map(({ id }) => id).sort()).toEqual([...hand.keys()].sort());
      for (const group of groups)
        expect(
          { nano: toNano(group.costUsd), ...pick(group) },
          `${by} ${group.id} ${zone}`,
        ).toEqual(addUp(hand.get(group.id) ?? []));
      expect({ nano: toNano(totals.costUsd), ...pick(totals) }).toEqual(addUp(rows));
    }
    const columns = await listColumns(user, range);
    expect(columns).toHaveLength(15);
    const drawn = columns.flatMap(({ byProvider }) => Object.values(byProvider).map(toNano));
    expect(drawn.reduce((sum, one) => sum + one, 0n)).toBe(addUp(rows).nano);
  }
});

function groupBy(rows: HandRow[], keyOf: (row: HandRow) => string | null) {
  const groups = new Map<string | null, HandRow[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

function pick(sums: Record<string, unknown>) {
  const { calls, inputTokens, cachedTokens, outputTokens, unpricedCalls, estimatedCalls } = sums;
  return { calls, inputTokens, cachedTokens, outputTokens, unpricedCalls, estimatedCalls };
}

test("the file holds every call once, its sum is exact, and no cell is taken for a formula", async () => {
  const user = mintUserId(`user_${randomUUID()}`);
  await seedCalls(database().sql, user, CALLS);
  const range = { ...RANGE, zone: "America/New_York" };
  const { name, body } = await writeCsv(user, range);
  expect(name).toBe("alwrity-usage-2025-09-10-to-2026-11-09-America-New_York.csv");
  const lines = (await new Response(body).text()).trimEnd().split("\r\n");
  const header = lines[0]?.split(",") ?? [];
  const rows = await addByHand(user, range);
  expect(lines).toHaveLength(rows.length + 1);
  const cells = lines.slice(1).map((line) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? []);
  const cell = (row: string[], column: string) =>
    (row[header.indexOf(column)] ?? "").replace(/,$/, "");
  const nano = cells.reduce((sum, row) => sum + toNano(Number(cell(row, "cost_usd"))), 0n);
  expect(nano).toBe(addUp(rows).nano);
  expect(new Set(cells.map((row) => cell(row, "request_id"))).size).toBe(rows.length);
  const titles = cells.map((row) => cell(row, "post")).filter((title) => title !== "");
  expect(titles[0]).toMatch(/^"'=SUM\(A1\), ""quoted"" \d"$/);
});

test("pages of calls follow one another without a gap or a repetition, and a foreign cursor is refused", async () => {
  const user = mintUserId(`user_${randomUUID()}`);
  await seedCalls(database().sql, user, CALLS);
  const range = { from: "2026-01-01", to: "2026-02-15", zone: "UTC" };
  const ids: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await listCalls(user, cursor === undefined ? range : { ...range, cursor });
    ids.push(...page.calls.map(({ id }) => id));
    cursor = page.next;
  }
  const { totals } = await reportUsage(user, range);
  expect(ids).toHaveLength(totals.calls);
  expect(new Set(ids).size).toBe(ids.length);
  await expect(listCalls(user, { ...range, cursor: "1.2" })).rejects.toMatchObject({
    code: "invalid",
  });
});

test("without a query it is this month in the user's zone; a range that makes no sense is refused", async () => {
  const user = mintUserId(`user_${randomUUID()}`);
  const call = { postId: null, provider: "exa", keyVersion: 1, operation: "search" } as const;
  await openLedgerRow(user, { ...call, reserveUsd: 0.007 });
  const { range, totals, groups, cap } = await reportUsage(user, {});
  expect(range.from).toMatch(/-01$/);
  expect(range.to.slice(0, 7)).toBe(range.from.slice(0, 7));
  expect(totals).toMatchObject({ calls: 1, costUsd: 0, pendingUsd: 0.007, estimatedCalls: 0 });
  expect(groups).toHaveLength(1);
  expect(cap).toMatchObject({ monthlyUsd: null, leftUsd: null, pendingUsd: 0.007, zone: "UTC" });
  for (const query of [
    { from: "2026-02-02", to: "2026-02-01" },
    { from: "2020-01-01", to: "2026-02-01" },
  ])
    await expect(reportUsage(user, query)).rejects.toMatchObject({ code: "invalid" });
});
