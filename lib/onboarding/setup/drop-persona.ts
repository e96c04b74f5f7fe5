import "server-only";
import { eq } from "drizzle-orm";
import { setupRuns } from "@/drizzle/schema/setup";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { abortStage } from "./living-stages";
import type { PersonaTarget } from "./schema";

/**
 * Forgets a persona that was made by itself: whoever asks has it, or wants it no more. One that is being
 * made is stopped; its connection is closed, on another server within a second.
 */
export async function dropPersona(user: UserId, target: PersonaTarget): Promise<void> {
  const [row] = await asUser(user, (tx) =>
    tx.delete(setupRuns).where(eq(setupRuns.target, target)).returning({ id: setupRuns.id }),
  );
  if (row) abortStage(row.id);
}
