import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { usageEvents } from "@/drizzle/schema/usage";
import type { UsageRange } from "../schema";

/** The calls of the days of a range: a day begins where its zone says, also when the clocks change. */
export function withinRange({ from, to, zone }: UsageRange): SQL {
  const { createdAt } = usageEvents;
  return sql`${createdAt} >= (${from}::date)::timestamp AT TIME ZONE ${zone}
    AND ${createdAt} < (${to}::date + 1)::timestamp AT TIME ZONE ${zone}`;
}
