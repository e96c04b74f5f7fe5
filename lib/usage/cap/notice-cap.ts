import "server-only";
import { sql } from "drizzle-orm";
import type { UserId } from "../../auth/user-id";
import type { UserTransaction } from "../../db/as-user";
import { capSince } from "./cap-since";
import { lockSpending } from "./lock-spending";

/**
 * Tells a user of their month's cap, once for each month and each change of the cap, unless they do not
 * want to hear of it.
 */
export async function noticeCap(
  tx: UserTransaction,
  user: UserId,
  kind: "cap-near" | "cap-reached",
): Promise<void> {
  await lockSpending(tx, user);
  await tx.execute(sql`
    INSERT INTO notices (user_id, kind)
    SELECT s.user_id, ${kind} FROM user_settings s
    WHERE NOT s.muted_notices ? ${kind} AND NOT EXISTS (
      SELECT 1 FROM notices n WHERE n.kind = ${kind} AND n.created_at >= ${capSince()})`);
}
