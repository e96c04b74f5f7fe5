import "server-only";
import { and, eq } from "drizzle-orm";
import { setupRuns } from "@/drizzle/schema/setup";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { abortStage } from "./living-stages";
import type { PersonaTarget } from "./schema";

/**
 * Forgets a persona that was made by itself: nobody wants it any more. One that is being made is stopped; its
 * connection is closed, on another server within a second.
 *
 * @param id of the run that is meant; whichever there is without it.
 */
export async function dropPersona(user: UserId, target: PersonaTarget, id?: string): Promise<void> {
  const isMeant = and(eq(setupRuns.target, target), id ? eq(setupRuns.id, id) : undefined);
  const [row] = await asUser(user, (tx) =>
    tx.delete(setupRuns).where(isMeant).returning({ id: setupRuns.id }),
  );
  if (row) abortStage(row.id);
}
