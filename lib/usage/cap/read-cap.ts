import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { UserTransaction } from "../../db/as-user";
import { addUsd } from "../add-usd";
import type { CapState } from "../schema";

const moment = z.coerce.date().transform((date) => date.toISOString());
const row = z.object({
  monthlyUsd: z
    .string()
    .nullable()
    .transform((usd) => (usd === null ? null : Number(usd))),
  zone: z.string(),
  since: moment,
  resetsAt: moment,
  spentUsd: z.coerce.number(),
  pendingUsd: z.coerce.number(),
});

/** Where the user stands with their cap in this calendar month of their zone. */
export async function readCap(tx: UserTransaction): Promise<CapState> {
  const [found] = await tx.execute(sql`
    SELECT m.*, coalesce(sum(e.cost_usd), 0) AS "spentUsd",
      coalesce(sum(e.reserved_usd) FILTER (WHERE e.status = 'pending'), 0) AS "pendingUsd"
    FROM (
      SELECT cap AS "monthlyUsd", zone, month AT TIME ZONE zone AS since,
        (month + interval '1 month') AT TIME ZONE zone AS "resetsAt"
      FROM (
        SELECT cap, zone, date_trunc('month', now() AT TIME ZONE zone) AS month
        FROM (VALUES (
          (SELECT monthly_cap_usd FROM user_settings),
          coalesce((SELECT time_zone FROM user_settings), 'UTC'))) AS wanted (cap, zone)
      ) AS here
    ) AS m
    LEFT JOIN usage_events e ON e.created_at >= m.since AND e.created_at < m."resetsAt"
    GROUP BY 1, 2, 3, 4`);
  const { monthlyUsd, spentUsd, ...rest } = row.parse(found);
  const leftUsd = monthlyUsd === null ? null : Math.max(0, addUsd(monthlyUsd, -spentUsd));
  return { monthlyUsd, spentUsd, leftUsd, ...rest };
}
