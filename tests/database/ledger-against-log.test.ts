import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pLimit from "p-limit";
import { afterAll, expect, test } from "vitest";
import type { UserId } from "@/lib/auth/user-id";
import { asUser } from "@/lib/db/as-user";
import { savePrice } from "@/lib/models/own-price";
import { priceTokens } from "@/lib/models/price-tokens";
import { readCap } from "@/lib/usage/cap/read-cap";
import { saveCap } from "@/lib/usage/cap/save-cap";
import { fingerprintKey } from "@/sandbox/log/fingerprint-key";
import type { LogEntry } from "@/sandbox/log/request-log";
import { clerkUser, saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { openCallers } from "../world/providers/open-callers";
import { reportFigure } from "../world/report-figure";
import { scaled } from "../world/scale";
import { readSandboxLog } from "../world/servers/sandbox-log";
import { setUpSandbox } from "../world/servers/set-up-sandbox";
import { waitUntil } from "../world/wait-until";

const database = setUpDatabase();
const sandbox = setUpSandbox();
const callers = openCallers();
afterAll(() => callers.kill());

/** Each takes as long as its calls are tried again: a few show it. */
const SCHEDULES = process.env.PROOF ? scaled(1_000) : 8;
const AT_ONCE = 4;
const CALLS = 6;
const MODEL = "gemini-3.5-flash-lite";
const GEMINI: [string, ...string[]] = [
  "ok",
  "ok",
  "slow:4",
  "flaky:2",
  "times:1+error500",
  "cached",
];
const EXA: [string, ...string[]] = ["ok", "ok", "slow:8", "flaky:2"];
const PROVIDERS = ["gemini", "exa"] as const;
const nano = (usd: number) => Math.round(usd * 1_000_000_000);

function pick<T>(from: readonly [T, ...T[]]): T {
  return from[Math.floor(Math.random() * from.length)] ?? from[0];
}

let kills = 0;
let compared = 0;

type Price = { input: number; cached: number; output: number };
/** What one user has saved while the calls were made. */
type Saved = { user: UserId; keys: Map<string, string>; prices: Price[]; caps: number[] };
type Row = {
  call: string;
  provider: string;
  version: number;
  status: string;
  input: number;
  cached: number;
  output: number;
  usd: number;
  reserved: number;
};

/** Saves new keys, and remembers which version the ledger must name for each. */
async function changeKeys({ user, keys }: Saved): Promise<void> {
  const fresh = {
    gemini: `${pick(GEMINI)}-${randomUUID()}`,
    exa: `${pick(EXA)}-${randomUUID()}`,
  };
  await saveKeyDirectly(user, fresh);
  const rows = await database().sql`
    SELECT provider, version FROM api_keys WHERE user_id = ${user}`;
  for (const provider of PROVIDERS) {
    const version = rows.find((row) => row.provider === provider)?.version;
    keys.set(fingerprintKey(fresh[provider]), `${provider} ${version}`);
  }
}

async function changePrice({ user, prices }: Saved): Promise<void> {
  const price = { input: 1 + Math.random() * 4, cached: 0.5, output: 1 + Math.random() * 9 };
  const rounded = { ...price, input: Number(price.input.toFixed(3)), output: 5 };
  prices.push(rounded);
  await savePrice(user, MODEL, rounded);
}

async function changeCap({ user, caps }: Saved): Promise<void> {
  const monthlyUsd = Number((0.05 + Math.random() * 0.4).toFixed(6));
  caps.push(monthlyUsd);
  await saveCap(user, { monthlyUsd });
}

/** Calls at the same time while keys, price and cap change, some given up; then they are compared. */
async function runSchedule(at: number): Promise<void> {
  const user = clerkUser(`against_log_${at}`);
  const saved: Saved = { user, keys: new Map(), prices: [], caps: [] };
  await changeKeys(saved);
  await changePrice(saved);
  await changeCap(saved);
  const calls = Array.from({ length: CALLS }, async () => {
    await pause(Math.random() * 60);
    const abortMs = Math.random() < 0.15 ? Math.random() * 80 : null;
    const provider = pick(PROVIDERS);
    const call = { id: randomUUID(), userId: user, provider, model: MODEL, abortMs };
    return [call.id, await callers.make(call)] as const;
  });
  const killed = at % 8 === 7 ? pause(20 + Math.random() * 60).then(kill) : undefined;
  for (const change of [changePrice, changeKeys, changeCap]) {
    await pause(Math.random() * 40);
    if (Math.random() < 0.6) await change(saved);
  }
  const ends = await Promise.all(calls);
  await killed;
  await compare(saved, new Map(ends));
}

async function kill(): Promise<void> {
  kills += 1;
  await callers.kill();
}

/** The provider's log of a user's keys, once it has closed all of their requests. */
async function readEntries({ keys }: Saved): Promise<(LogEntry & { call: string })[]> {
  const log = await waitUntil("the provider to be done", async () => {
    const entries = (await readSandboxLog(sandbox().url)).filter(({ keyFingerprint }) =>
      keys.has(keyFingerprint ?? ""),
    );
    return entries.every(({ ms }) => ms !== null) && entries;
  });
  return log.map((entry) => {
    const asked = entry.query ?? entry.prompt ?? "";
    return { ...entry, call: asked.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/)?.[0] ?? "" };
  });
}

async function readRows(user: UserId): Promise<Row[]> {
  await database().sql`UPDATE usage_events SET created_at = created_at - interval '16 minutes'
    WHERE user_id = ${user} AND status = 'pending'`;
  await saveCap(user, { monthlyUsd: 1_000 });
  await callers.make({
    id: randomUUID(),
    userId: user,
    provider: "exa",
    model: MODEL,
    abortMs: null,
  });
  return database().sql<Row[]>`
    SELECT post_id AS call, provider, key_version AS version, status, coalesce(input_tokens, 0) AS input,
      coalesce(cached_tokens, 0) AS cached, coalesce(output_tokens, 0) AS output,
      cost_usd::float8 AS usd, reserved_usd::float8 AS reserved
    FROM usage_events WHERE user_id = ${user}`;
}

async function compare(saved: Saved, endings: Map<string, string | null>): Promise<void> {
  const { user, keys, prices, caps } = saved;
  const { spentUsd, pendingUsd } = await asUser(user, readCap);
  expect(nano(spentUsd) + nano(pendingUsd)).toBeLessThanOrEqual(nano(Math.max(...caps)));
  const entries = await readEntries(saved);
  const rows = (await readRows(user)).filter(({ call }) => endings.has(call));
  const isWhole = (code: string | null | undefined) => code !== "gone" && code !== "killed";
  const keyOf = (entry: LogEntry) => keys.get(entry.keyFingerprint ?? "");
  // Of a request that is refused at once the log has the key alone, not what was asked.
  for (const key of keys.values()) {
    const booked = rows.filter((row) => `${row.provider} ${row.version}` === key);
    const logged = entries.filter((entry) => keyOf(entry) === key);
    if ([...endings.values()].every(isWhole)) expect(booked, key).toHaveLength(logged.length);
    else expect(booked.length, key).toBeGreaterThanOrEqual(logged.length);
  }
  expect(rows.filter(({ status }) => status === "pending")).toEqual([]);
  for (const row of rows) expect(nano(row.usd)).toBeLessThanOrEqual(nano(row.reserved));
  for (const [call, code] of endings) {
    const own = rows.filter((row) => row.call === call);
    const theirs = entries.filter((entry) => entry.call === call);
    const settled = own.filter(({ status }) => status === "settled").map(tell);
    const answered = theirs.filter(({ status, hungUp }) => status === 200 && !hungUp);
    const told = answered.map((entry) =>
      entry.provider === "exa"
        ? `${keyOf(entry)}: $${nano(entry.costDollars ?? 0)}`
        : `${keyOf(entry)}: ${entry.promptTokens}/${entry.outputTokens}`,
    );
    if (isWhole(code)) expect(settled.sort()).toEqual(told.sort());
    else for (const one of settled) expect(told).toContain(one);
    compared += own.length;
  }
  for (const row of rows.filter(({ provider, status }) => provider + status === "geminisettled")) {
    const tokens = { inputTokens: row.input, cachedTokens: row.cached, outputTokens: row.output };
    expect(prices.map((price) => nano(priceTokens(price, tokens)))).toContain(nano(row.usd));
  }
}

function tell({ provider, version, input, output, usd }: Row): string {
  const amount = provider === "exa" ? `$${nano(usd)}` : `${input}/${output}`;
  return `${provider} ${version}: ${amount}`;
}

test("the ledger is the providers' own log, call by call and key by key, whatever is killed, given up or changed", {
  timeout: 3_600_000,
}, async () => {
  await callers.ready();
  const seeds = Array.from({ length: SCHEDULES }, (_, at) => at);
  await pLimit(AT_ONCE).map(seeds, runSchedule);
  expect(kills).toBeGreaterThan(0);
  expect(compared).toBeGreaterThan(SCHEDULES * 2);
  reportFigure(
    "Random schedules of real calls, given up, tried again and killed, while keys, prices and caps change: ledger against the providers' log by user and key version",
    `${SCHEDULES} schedules, ${kills} kills, ${compared} rows, 0 differ, 0 caps exceeded`,
  );
});
