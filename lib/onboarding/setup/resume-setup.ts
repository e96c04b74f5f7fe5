import "server-only";
import { and, eq, notInArray, sql } from "drizzle-orm";
import { setupRuns } from "@/drizzle/schema/setup";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import { launchSetup } from "./launch-setup";

/**
 * Goes on with a setup that was stopped or has failed, at the stage where it was.
 *
 * @throws AppError `conflict` when there is none that could go on.
 */
export async function resumeSetup(user: UserId): Promise<void> {
  const again = {
    status: "running",
    problem: null,
    owner: null,
    parts: {},
    heartbeatAt: sql`now()`,
  };
  const [row] = await asUser(user, (tx) =>
    tx
      .update(setupRuns)
      .set({ ...again, attempt: 0, updatedAt: sql`now()` })
      .where(and(eq(setupRuns.target, "setup"), notInArray(setupRuns.status, ["running", "done"])))
      .returning({ id: setupRuns.id }),
  );
  if (!row) throw new AppError("conflict", { detail: "There is no setup that could go on." });
  await launchSetup(row.id);
}
