import "server-only";
import { sql } from "drizzle-orm";
import type { UserId } from "../../auth/user-id";
import type { UserTransaction } from "../../db/as-user";

/** Lets the transactions that open calls, change a cap or tell of one take turns, on all servers; ends with its transaction. */
export async function lockSpending(tx: UserTransaction, user: UserId): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${user}, 0))`);
}
