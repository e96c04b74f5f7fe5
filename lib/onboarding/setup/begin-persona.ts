import "server-only";
import { sql } from "drizzle-orm";
import { setupRuns } from "@/drizzle/schema/setup";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import { listApiKeys } from "../../keys/list-api-keys";
import type { GeneratePersonaBody } from "../persona/schema";
import { launchSetup } from "./launch-setup";

/**
 * Begins one persona, made whoever is looking. What was made before for its target, and not taken, makes
 * room; one that is being made is left alone.
 *
 * @throws AppError `key_missing` without a Gemini key.
 */
export async function beginPersona(user: UserId, body: GeneratePersonaBody): Promise<void> {
  const keys = await listApiKeys(user);
  if (!keys.some(({ provider }) => provider === "gemini"))
    throw new AppError("key_missing", { provider: "gemini" });
  const values = {
    target: body.target,
    about: "",
    stage: "persona",
    core: "core" in body ? body.core : null,
  };
  const again = { status: "running", findings: {}, parts: {}, problem: null, costUsd: 0 };
  const anew = { waitUntil: null, attempt: 0, owner: null, heartbeatAt: sql`now()` };
  const [row] = await asUser(user, (tx) =>
    tx
      .insert(setupRuns)
      .values({ userId: user, ...values })
      .onConflictDoUpdate({
        target: [setupRuns.userId, setupRuns.target],
        set: { ...values, ...again, ...anew, id: sql`gen_random_uuid()`, updatedAt: sql`now()` },
        setWhere: sql`${setupRuns.status} <> 'running'`,
      })
      .returning({ id: setupRuns.id }),
  );
  if (row) await launchSetup(row.id, ["persona"]);
}
