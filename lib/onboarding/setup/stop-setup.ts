import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { setupRuns } from "@/drizzle/schema/setup";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { abortStage } from "./living-stages";

/** Stops the setup; what it has found stays. Its connections are closed, on another server within a second. */
export async function stopSetup(user: UserId): Promise<void> {
  const [row] = await asUser(user, (tx) =>
    tx
      .update(setupRuns)
      .set({ status: "stopped", owner: null, waitUntil: null, updatedAt: sql`now()` })
      .where(and(eq(setupRuns.target, "setup"), eq(setupRuns.status, "running")))
      .returning({ id: setupRuns.id }),
  );
  if (row) abortStage(row.id);
}
