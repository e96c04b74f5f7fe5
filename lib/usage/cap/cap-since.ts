import "server-only";
import { type SQL, sql } from "drizzle-orm";

/** Since when the cap of the settings `s` counts as it does now: its last change, or its month's beginning. */
export function capSince(): SQL {
  return sql`greatest(
    s.cap_set_at, date_trunc('month', now() AT TIME ZONE s.time_zone) AT TIME ZONE s.time_zone)`;
}
