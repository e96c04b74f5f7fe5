import "server-only";
import { ne } from "drizzle-orm";
import { setupRuns } from "@/drizzle/schema/setup";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { type PersonaTarget, personaTarget } from "./schema";

/** The targets whose persona is being made, or was made and not yet taken. */
export async function listPersonas(user: UserId): Promise<PersonaTarget[]> {
  const rows = await asUser(user, (tx) =>
    tx.select({ target: setupRuns.target }).from(setupRuns).where(ne(setupRuns.target, "setup")),
  );
  return rows.map(({ target }) => personaTarget.parse(target));
}
