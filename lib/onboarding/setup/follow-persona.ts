import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import type { UserId } from "../../auth/user-id";
import { AppError, isErrorCode } from "../../errors";
import type { EmitWork } from "../../http/schema";
import { PACES } from "../../limits/paces";
import { PERSONA_FIELDS, type Persona, persona } from "../persona/schema";
import { getSetup } from "./get-setup";
import type { PersonaRun, SetupState } from "./schema";

/** What whoever follows was told already. */
type Told = { fields: Map<string, string>; usd: number; waitUntil: string | null };

/**
 * Tells what comes of a persona until it is made, from its first field on, wherever it is made, and a field
 * again that another try has written anew. Who stops following changes nothing for it.
 *
 * @throws AppError with what it failed for; `not_found` once it was dropped, or another took its place.
 */
export async function followPersona(
  user: UserId,
  { target, id }: PersonaRun,
  { emit, signal }: { emit: EmitWork; signal: AbortSignal },
): Promise<Persona> {
  const told: Told = { fields: new Map(), usd: 0, waitUntil: null };
  for (;;) {
    const state = await getSetup(user, target);
    if (state?.id !== id) throw new AppError("not_found");
    tell(state, told, emit);
    if (state.status === "done") return persona.parse(state.findings.persona);
    if (state.problem) throw toError(state.problem);
    await pause(PACES.personaLookMs, undefined, { signal });
  }
}

function tell({ findings, costUsd, waitUntil }: SetupState, told: Told, emit: EmitWork): void {
  for (const name of PERSONA_FIELDS) {
    const value = findings.persona?.[name];
    const text = JSON.stringify(value);
    if (value === undefined || told.fields.get(name) === text) continue;
    told.fields.set(name, text);
    emit("field", { name, value });
  }
  if (costUsd > told.usd) emit("cost", { usd: costUsd });
  if (waitUntil && waitUntil !== told.waitUntil) emit("wait", { until: waitUntil });
  Object.assign(told, { usd: Math.max(told.usd, costUsd), waitUntil: waitUntil ?? told.waitUntil });
}

function toError({ code, ...context }: NonNullable<SetupState["problem"]>): AppError {
  return new AppError(isErrorCode(code) ? code : "internal", context);
}
