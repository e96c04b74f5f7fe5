import "server-only";
import type { NextRequest } from "next/server";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "../errors";
import { LIMITS } from "../limits/registry";
import { shareInProcess } from "../process/share-in-process";

const NONCE = "__clerk_handshake_nonce";
const { visitor, everybody } = LIMITS.handshakesPerMinute;
const limiters = shareInProcess("handshakes", () => ({
  visitor: new RateLimiterMemory({ points: visitor, duration: 60 }),
  everybody: new RateLimiterMemory({ points: everybody, duration: 60 }),
}));

/**
 * Bounds how often requests of strangers make Clerk ask its Backend API: once for each handshake
 * nonce, right or wrong.
 *
 * @throws AppError `rate_limited`.
 */
export async function limitHandshakes({ nextUrl, cookies, headers }: NextRequest): Promise<void> {
  if (!nextUrl.searchParams.has(NONCE) && !cookies.has(NONCE)) return;
  const address = headers.get("x-forwarded-for") ?? "unknown";
  try {
    await limiters.visitor.consume(address);
    await limiters.everybody.consume("all");
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new AppError("rate_limited", { retryAfter: Math.ceil(error.msBeforeNext / 1_000) });
  }
}
