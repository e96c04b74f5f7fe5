import "server-only";
import { parseFields } from "../../http/read-body";
import { type UsageQuery, type UsageRange, usageQuery, usageRange } from "../schema";

/** The query of a usage request. @throws AppError `invalid` naming each parameter. */
export function readUsageQuery(search: URLSearchParams | Record<string, string>): UsageQuery {
  return parseFields(
    usageQuery,
    search instanceof URLSearchParams ? Object.fromEntries(search) : search,
  );
}

/**
 * The days that are asked for, or the whole month around what the query says of them; this month in
 * the user's zone where it says nothing.
 *
 * @param home the user's own zone.
 * @throws AppError `invalid`.
 */
export function chooseRange(query: UsageQuery, home: string): UsageRange {
  const zone = query.zone ?? home;
  const known = query.from ?? query.to ?? todayIn(zone);
  const range = { from: `${known.slice(0, 8)}01`, to: lastDayOfMonth(known), ...query, zone };
  return parseFields(usageRange, { from: range.from, to: range.to, zone });
}

function lastDayOfMonth(day: string): string {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Swedish writes a date as ISO 8601 does. */
function todayIn(zone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date());
}
