import "server-only";
import { ne } from "drizzle-orm";
import { setupRuns } from "@/drizzle/schema/setup";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { type PersonaRun, personaRuns } from "./schema";

/** The personas that are being made by themselves, or were since the step was saved. */
export async function listPersonas(user: UserId): Promise<PersonaRun[]> {
  const { target, id } = setupRuns;
  const runs = await asUser(user, (tx) =>
    tx.select({ target, id }).from(setupRuns).where(ne(target, "setup")),
  );
  return personaRuns.parse({ runs }).runs;
}
