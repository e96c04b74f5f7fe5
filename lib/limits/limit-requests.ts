import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { UserId } from "../auth/user-id";
import { connect } from "../db/connect";
import { AppError } from "../errors";
import { shareInProcess } from "../process/share-in-process";
import { LIMITS } from "./registry";

/** Lets a user make so many requests a minute. @throws AppError `rate_limited`. */
export async function limitRequests(user: UserId): Promise<void> {
  await consume("requests", LIMITS.requestsPerMinute, user, 1);
}

/** Lets a user have so many keys checked a minute. @throws AppError `rate_limited`. */
export async function limitKeyChecks(user: UserId, checks: number): Promise<void> {
  await consume("key-checks", LIMITS.keyChecksPerMinute, user, checks);
}

async function consume(name: string, points: number, user: UserId, used: number): Promise<void> {
  try {
    await openLimiter(name, points).consume(createHash("sha256").update(user).digest("hex"), used);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new AppError("rate_limited", {
      retryAfter: Math.max(1, Math.ceil(error.msBeforeNext / 1_000)),
    });
  }
}

const limiters = shareInProcess("limiters", () => new Map<string, RateLimiterPostgres>());

/** Counts in Postgres, so that all instances share it; in memory while the database is away. */
function openLimiter(name: string, points: number): RateLimiterPostgres {
  const existing = limiters.get(name);
  if (existing) return existing;
  const window = { points, duration: 60, keyPrefix: name };
  const limiter = new RateLimiterPostgres({
    ...window,
    storeClient: { query: runQuery },
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
    clearExpiredByTimeout: false,
    insuranceLimiter: new RateLimiterMemory(window),
  });
  limiters.set(name, limiter);
  return limiter;
}

/** What the library asks of `pg`, answered by postgres.js as the role `alwrity_app`. */
async function runQuery({ text, values }: { text: string; values: (string | number | null)[] }) {
  const [, rows] = await connect().begin((sql) => [
    sql`SELECT set_config('role', 'alwrity_app', true)`,
    sql.unsafe(text, values),
  ]);
  return { rows, rowCount: rows.length };
}
