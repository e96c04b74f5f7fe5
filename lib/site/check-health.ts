import "server-only";
import { readConfig } from "../config/config";
import { pingDatabase } from "../db/ping-database";

/** Whether this instance can serve, as an HTTP status and a body without secrets. */
export type Health = { httpStatus: 200 | 503; body: Record<string, string> };

/** `200` when this instance can serve, `503` while its database is away or its configuration wrong. */
export async function checkHealth(): Promise<Health> {
  const result = readConfig();
  if (!result.ok) return { httpStatus: 503, body: { status: "config_invalid" } };
  const { mode } = result.config;
  if (await pingDatabase())
    return { httpStatus: 200, body: { status: "ok", mode, database: "ok" } };
  return { httpStatus: 503, body: { status: "degraded", mode, database: "unavailable" } };
}
