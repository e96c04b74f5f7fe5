import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { mintUserId, type UserId } from "@/lib/auth/user-id";
import { openLedgerRow } from "@/lib/usage/ledger";
import { listCalls } from "@/lib/usage/report/list-calls";
import { listColumns } from "@/lib/usage/report/list-chart-columns";
import { reportUsage } from "@/lib/usage/report/report-usage";
import { writeCsv } from "@/lib/usage/report/write-csv";
import { GROUPINGS, type UsageRange } from "@/lib/usage/schema";
import { setUpDatabase } from "../world/database/set-up-database";
import { scaled } from "../world/scale";

const database = setUpDatabase();
const CALLS = scaled(10_000);
/** 14 months, in which the clocks of Berlin and New York change twice, and those of Kolkata never. */
const RANGE = { from: "2025-09-10", to: "2026-11-09" };
const ZONES = ["Europe/Berlin", "America/New_York", "Asia/Kolkata"];

/** A user with calls of every kind, close to midnight and to the changes of the clocks too. */
async function writeCalls(user: UserId): Promise<void> {
  const { sql } = database();
  await sql`INSERT INTO posts (id, user_id, topic, title, request, request_hash)
    SELECT gen_random_uuid(), ${user}, 't', '=SUM(A1), "quoted" ' || n, '{}', 'h' FROM generate_series(1, 7) n`;
  await sql`
    WITH own AS (SELECT array_agg(id) AS ids FROM posts WHERE user_id = ${user}),
    drawn AS (
      SELECT n, md5(n || 'usage')::uuid AS dice, ('x' || substr(md5(n::text), 1, 6))::bit(24)::int AS r,
        timestamptz '2025-09-09 12:00Z' + interval '427 days' * (n::float8 / ${CALLS}) AS moment
      FROM generate_series(1, ${CALLS}) n)
    INSERT INTO usage_events (user_id, post_id, provider, key_version, operation, model, billed_model, status,
      reserved_usd, input_tokens, cached_tokens, output_tokens, cost_usd, cost_basis, response_id, created_at)
    SELECT ${user},
      CASE r % 9 WHEN 0 THEN NULL WHEN 1 THEN dice ELSE ids[1 + r % 7] END,
      CASE WHEN r % 3 = 0 THEN 'exa' ELSE 'gemini' END,
      CASE WHEN r % 11 = 0 THEN NULL ELSE 1 + r % 4 END,
      (ARRAY['plan','section','search','judge','assistant'])[1 + r % 5],
      CASE WHEN r % 3 = 0 THEN NULL ELSE 'gemini-3.5-flash' END,
      CASE WHEN r % 13 = 0 THEN 'gemini-3.5-flash-001' END,
      CASE WHEN r % 17 = 0 THEN 'failed' WHEN r % 19 = 0 THEN 'estimated' ELSE 'settled' END,
      0.01, r % 5000, (r % 5000) / 3, r % 3000,
      CASE WHEN r % 23 = 0 THEN NULL WHEN r % 17 = 0 THEN 0 ELSE (r % 30000019)::numeric / 1000000000 END,
      CASE WHEN r % 23 = 0 THEN 'unpriced' WHEN r % 19 = 0 THEN 'estimated' ELSE 'priced' END,
      'response-' || n,
      CASE WHEN r % 6 = 0 THEN date_trunc('day', moment) - (r % 3) * interval '1 hour' ELSE moment END
    FROM drawn, own`;
}

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
    outputTokens: rows.reduce((sum, row) => sum + row.output_tokens, 0),
    unpricedCalls: count((row) => isOver(row) && row.cost_basis === "unpriced"),
    estimatedCalls: count((row) => isOver(row) && row.cost_basis === "estimated"),
  };
}

test("sums by every grouping, columns and the file equal the rows added up by hand, in three zones", async () => {
  const user = mintUserId(`user_${randomUUID()}`);
  const stranger = mintUserId(`user_${randomUUID()}`);
  await Promise.all([writeCalls(user), writeCalls(stranger)]);
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
  const { calls, inputTokens, outputTokens, unpricedCalls, estimatedCalls } = sums;
  return { calls, inputTokens, outputTokens, unpricedCalls, estimatedCalls };
}

test("the file holds every call once, its sum is exact, and no cell is taken for a formula", async () => {
  const user = mintUserId(`user_${randomUUID()}`);
  await writeCalls(user);
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
  await writeCalls(user);
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
