import { connection } from "next/server";
import { checkHealth } from "@/lib/site/check-health";

/** Tells whether this instance can serve. Needs no sign-in, tells no secret. */
export async function GET(): Promise<Response> {
  await connection();
  const { httpStatus, body } = await checkHealth();
  return Response.json(body, { status: httpStatus, headers: { "cache-control": "no-store" } });
}
