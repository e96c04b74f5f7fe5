import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { setupRuns } from "@/drizzle/schema/setup";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import { listApiKeys } from "../../keys/list-api-keys";
import type { GeneratePersonaBody } from "../persona/schema";
import { launchSetup } from "./launch-setup";

/**
 * Begins one persona, made whoever is looking. What was made before for its target, and not taken, makes
 * room; one that is being made from the same is left alone.
 *
 * @returns the id of its run.
 * @throws AppError `key_missing` without a Gemini key; `conflict` while one is made from another core persona.
 */
export async function beginPersona(user: UserId, body: GeneratePersonaBody): Promise<string> {
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
  if (!row) return findRunning(user, values);
  await launchSetup(row.id, ["persona"]);
  return row.id;
}

type Wanted = Pick<typeof setupRuns.$inferInsert, "target" | "core">;

async function findRunning(user: UserId, { target = "core", core }: Wanted): Promise<string> {
  const isSame = sql`core IS NOT DISTINCT FROM ${core ? JSON.stringify(core) : null}::jsonb`;
  const [row] = await asUser(user, (tx) =>
    tx
      .select({ id: setupRuns.id })
      .from(setupRuns)
      .where(and(eq(setupRuns.target, target), isSame)),
  );
  const detail = "It is being written from another persona. Wait for it, or stop it first.";
  if (!row) throw new AppError("conflict", { detail });
  return row.id;
}
