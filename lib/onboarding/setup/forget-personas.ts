import "server-only";
import { and, ne } from "drizzle-orm";
import { setupRuns } from "@/drizzle/schema/setup";
import type { UserTransaction } from "../../db/as-user";

/** Forgets the personas that were made by themselves: what their owner wants of them is saved. */
export async function forgetPersonas(tx: UserTransaction): Promise<void> {
  await tx
    .delete(setupRuns)
    .where(and(ne(setupRuns.target, "setup"), ne(setupRuns.status, "running")));
}
