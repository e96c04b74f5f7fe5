import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { UserId } from "../auth/user-id";
import { askForNobody } from "../db/ask-for-nobody";
import { AppError } from "../errors";
import { shareInProcess } from "../process/share-in-process";
import { LIMITS } from "./registry";

const WINDOW_SECONDS = 60;
const COUNT = "SELECT points, ms_left FROM count_requests($1, $2, $3)";

/** Lets a user make so many requests a minute. @throws AppError `rate_limited`. */
export async function limitRequests(user: UserId): Promise<void> {
  await consume({ name: "requests", most: LIMITS.requestsPerMinute }, user, 1);
}

/** Lets a user have so many keys checked a minute. @throws AppError `rate_limited`. */
export async function limitKeyChecks(user: UserId, checks: number): Promise<void> {
  await consume({ name: "key-checks", most: LIMITS.keyChecksPerMinute }, user, checks);
}

type Counter = { name: string; most: number };

async function consume(counter: Counter, user: UserId, used: number): Promise<void> {
  const key = createHash("sha256").update(user).digest("hex");
  const msLeft = await count(counter, key, used).catch(() => countHere(counter, key, used));
  if (msLeft === null) return;
  throw new AppError("rate_limited", { retryAfter: Math.max(1, Math.ceil(msLeft / 1_000)) });
}

/** Counts in Postgres, which all instances share. @returns how long to wait in ms, null if it passes. */
async function count({ name, most }: Counter, key: string, used: number): Promise<number | null> {
  const parameters = [`${name}:${key}`, used, WINDOW_SECONDS * 1_000];
  const [counted] = await askForNobody({ text: COUNT, parameters });
  return Number(counted?.points) > most ? Number(counted?.ms_left) : null;
}

const limiters = shareInProcess("limiters", () => new Map<string, RateLimiterMemory>());

/** Counts in memory, while the database is away. */
async function countHere(
  { name, most }: Counter,
  key: string,
  used: number,
): Promise<number | null> {
  const limiter =
    limiters.get(name) ?? new RateLimiterMemory({ points: most, duration: WINDOW_SECONDS });
  limiters.set(name, limiter);
  try {
    await limiter.consume(key, used);
    return null;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return error.msBeforeNext;
  }
}
