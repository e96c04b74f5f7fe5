import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { setupRuns } from "@/drizzle/schema/setup";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import { listApiKeys } from "../../keys/list-api-keys";
import type { GeneratePersonaBody } from "../persona/schema";
import { beginRow } from "./begin-row";
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
  const { target } = body;
  const core = "core" in body ? body.core : null;
  const id = await beginRow(user, { target, about: "", core, stage: "persona" });
  if (!id) return findRunning(user, { target, core });
  await launchSetup(id, ["persona"]);
  return id;
}

type Wanted = Pick<GeneratePersonaBody, "target"> & { core: unknown };

async function findRunning(user: UserId, { target, core }: Wanted): Promise<string> {
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
