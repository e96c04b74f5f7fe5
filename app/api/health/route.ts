import { connection } from "next/server";
import { readConfig } from "@/lib/config";
import { pingDatabase } from "@/lib/db/ping-database";

/** `200` when this instance can serve, `503` while its database is away. Needs no sign-in, tells no secret. */
export async function GET(): Promise<Response> {
  await connection();
  const result = readConfig();
  if (!result.ok) return Response.json({ status: "config_invalid" }, { status: 503 });
  const alive = await pingDatabase();
  const body = {
    status: alive ? "ok" : "degraded",
    mode: result.config.mode,
    database: alive ? "ok" : "unavailable",
  };
  return Response.json(body, {
    status: alive ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
