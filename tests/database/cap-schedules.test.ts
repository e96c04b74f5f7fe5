import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pLimit from "p-limit";
import { expect, test } from "vitest";
import { mintUserId, type UserId } from "@/lib/auth/user-id";
import { asUser } from "@/lib/db/as-user";
import { AppError } from "@/lib/errors";
import { readCap } from "@/lib/usage/cap/read-cap";
import { saveCap } from "@/lib/usage/cap/save-cap";
import { NOTHING_OWED, openLedgerRow, settleLedgerRow } from "@/lib/usage/ledger";
import { setUpDatabase } from "../world/database/set-up-database";
import { reportFigure } from "../world/report-figure";
import { scaled } from "../world/scale";

const database = setUpDatabase();
/** They wait for each other more than they work: a few show it. */
const SCHEDULES = process.env.PROOF ? scaled(1_000) : 24;
const CALLS = 8;
/** Schedules of different users: most of their time they wait. */
const AT_ONCE = 6;

/** A source of chance that a seed repeats (mulberry32). */
function openChance(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
const nano = (usd: number) => Math.round(usd * 1_000_000_000);

type Schedule = { user: UserId; chance: () => number; billed: Map<string, number> };

/** One call with its chances: refused, aborted while it waits, failed, killed before it could settle, or paid. */
async function makeCall({ user, chance, billed }: Schedule): Promise<void> {
  const reserveUsd = Math.ceil(chance() * 20_000_000) / 1_000_000_000;
  const gone = new AbortController();
  if (chance() < 0.1) setTimeout(() => gone.abort(), chance() * 40);
  const planned = { postId: null, provider: "exa", keyVersion: 1, operation: "search" } as const;
  const id = await openLedgerRow(user, { ...planned, reserveUsd, signal: gone.signal }).catch(
    (error: unknown) => {
      if (!(error instanceof AppError)) return gone.signal.aborted ? null : Promise.reject(error);
      expect(error.code).toBe("cap_reached");
      expect(nano(reserveUsd)).toBeGreaterThan(nano(error.context.cap?.leftUsd ?? 0));
      return null;
    },
  );
  if (id === null) return;
  const { spentUsd, pendingUsd, monthlyUsd } = await asUser(user, readCap);
  expect(nano(spentUsd) + nano(pendingUsd)).toBeLessThanOrEqual(nano(monthlyUsd ?? 0));
  await pause(chance() * 5);
  const costUsd = Math.floor(chance() * nano(reserveUsd)) / 1_000_000_000;
  const fate = chance();
  billed.set(id, fate < 0.1 ? reserveUsd : fate < 0.2 ? 0 : costUsd);
  if (fate < 0.1) return killed(id);
  const result = { status: "settled", costUsd, costBasis: "provider" } as const;
  await settleLedgerRow(user, id, fate < 0.2 ? NOTHING_OWED : result);
  if (fate > 0.9) await settleLedgerRow(user, id, { ...result, costUsd: reserveUsd });
}

/** As if its process had been killed long ago: nobody settles it, and the next opening finds it. */
async function killed(id: string): Promise<void> {
  await database().sql`
    UPDATE usage_events SET created_at = created_at - interval '16 minutes' WHERE id = ${id}`;
}

/** The calls of one schedule at the same time, and perhaps another cap; then what must hold of its rows. */
async function runSchedule(seed: number): Promise<void> {
  const user = mintUserId(`user_${randomUUID()}`);
  const schedule = { user, chance: openChance(seed), billed: new Map<string, number>() };
  let capUsd = 0.02 + schedule.chance() * 0.05;
  await saveCap(user, { monthlyUsd: capUsd });
  const calls = Array.from({ length: CALLS }, () => makeCall(schedule));
  if (schedule.chance() < 0.3) {
    capUsd += schedule.chance() * 0.05;
    calls.push(saveCap(user, { monthlyUsd: capUsd }).then(() => undefined));
  }
  await Promise.all(calls);
  const probe = { postId: null, provider: "exa", keyVersion: 1, operation: "probe" } as const;
  const free = await openLedgerRow(user, { ...probe, reserveUsd: 0 });
  await settleLedgerRow(user, free, NOTHING_OWED);
  const rows = await database().sql`
    SELECT id, status, cost_usd::float8 AS usd FROM usage_events
    WHERE user_id = ${user} AND operation <> 'probe'`;
  expect(rows.filter(({ status }) => status === "pending")).toEqual([]);
  const settled = new Map(rows.map(({ id, usd }) => [String(id), nano(Number(usd))]));
  const billed = [...schedule.billed].map(([id, usd]) => [id, nano(usd)] as const);
  expect(settled).toEqual(new Map(billed));
  const { spentUsd, leftUsd } = await asUser(user, readCap);
  expect(nano(spentUsd)).toBeLessThanOrEqual(nano(capUsd));
  const last = await openLedgerRow(user, { ...probe, reserveUsd: leftUsd ?? 0 });
  await settleLedgerRow(user, last, NOTHING_OWED);
}

test("whatever happens to calls at the same time, no cap is exceeded and each call is settled once", {
  timeout: 3_600_000,
}, async () => {
  const atOnce = pLimit(AT_ONCE);
  const seeds = Array.from({ length: SCHEDULES }, (_, index) => index + 1);
  await atOnce.map(seeds, (seed) =>
    runSchedule(seed).catch((cause: unknown) => {
      throw new Error(`The schedule of seed ${seed}`, { cause });
    }),
  );
  reportFigure(
    "Schedules of calls at the same time that exceeded a cap, or blocked what would have fitted",
    `0 of ${SCHEDULES}`,
  );
});
