import "server-only";
import { sql } from "drizzle-orm";
import { usageEvents } from "@/drizzle/schema/usage";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import type { UsageRange } from "../schema";
import { withinRange } from "./within-range";

/** A range longer than this, in days, is drawn by months. */
const MOST_DAYS = 92;
const DAY_MS = 86_400_000;

/** One column of the picture: a day (YYYY-MM-DD) or a month (YYYY-MM), and US dollars by provider. */
export type UsageColumn = { label: string; byProvider: Record<string, number> };

/** What each day of a range has cost by provider, or each month of a long one; also those without calls. */
export async function listColumns(user: UserId, range: UsageRange): Promise<UsageColumn[]> {
  const days = listDays(range);
  const length = days.length > MOST_DAYS ? "YYYY-MM".length : "YYYY-MM-DD".length;
  const { createdAt, provider, costUsd } = usageEvents;
  const day = sql`to_char(${createdAt} AT TIME ZONE ${range.zone}, 'YYYY-MM-DD')`;
  const rows = await asUser(user, (tx) =>
    tx
      .select({
        label: sql<string>`left(${day}, ${length}::int)`,
        provider,
        usd: sql<number>`coalesce(sum(${costUsd}), 0)`.mapWith(Number),
      })
      .from(usageEvents)
      .where(withinRange(range))
      .groupBy(sql`1`, provider),
  );
  const labels = [...new Set(days.map((one) => one.slice(0, length)))];
  return labels.map((label) => {
    const own = rows.filter((row) => row.label === label);
    return { label, byProvider: Object.fromEntries(own.map((row) => [row.provider, row.usd])) };
  });
}

function listDays({ from, to }: UsageRange): string[] {
  const first = Date.parse(from);
  const count = Math.round((Date.parse(to) - first) / DAY_MS) + 1;
  return Array.from({ length: count }, (_, index) =>
    new Date(first + index * DAY_MS).toISOString().slice(0, 10),
  );
}
