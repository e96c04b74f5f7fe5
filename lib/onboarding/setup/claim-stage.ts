import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { mintUserId, type UserId } from "../../auth/user-id";
import type { Parts } from "../../calls/open-parts";
import { asKeeper } from "../../db/as-keeper";
import { pipelineAsUser } from "../../db/as-user";
import { LIMITS } from "../../limits/registry";
import { type SetupStage, type SetupTarget, setupTarget } from "./schema";
import { SETUP_STAGES } from "./setup-stages";

/** A stage that this process does. `owner` is written into the row: nobody else can write for it while it lives. */
export type StageClaim = {
  id: string;
  user: UserId;
  stage: SetupStage;
  owner: string;
  target: SetupTarget;
  about: string;
  /** The core persona that a platform's is to begin with, not yet parsed; null for any other target. */
  core: unknown;
  /** What the setup has cost before, in US dollars. */
  costUsd: number;
  /** What earlier deliveries of the stage have found, and what their calls were given. */
  found: Record<string, unknown>;
  parts: Parts;
};
/** A stage to do, one that is done already, or a setup that is over, erased or somebody else's to do. */
export type StageResult = StageClaim | "finished" | "ended";

const record = z.record(z.string(), z.unknown());
const WHOSE = "SELECT user_id FROM setup_runs WHERE id = $1";
const CLAIM = `
  UPDATE setup_runs SET owner = $3::uuid, heartbeat_at = now(), wait_until = NULL
  WHERE id = $1 AND stage = $2 AND status = 'running'
    AND (owner IS NULL OR heartbeat_at < now() - interval '${LIMITS.staleSeconds} seconds')
  RETURNING target, about, core, cost_usd, findings->$2 AS found, parts`;
const LOOK = "SELECT status, stage FROM setup_runs WHERE id = $1";

/** Takes a stage, once among all deliveries and all processes. */
export async function claimStage(id: string, stage: SetupStage): Promise<StageResult> {
  const [found = []] = await asKeeper([{ text: WHOSE, parameters: [id] }]);
  if (!found[0]) return "ended";
  const user = mintUserId(String(found[0].user_id));
  const owner = randomUUID();
  const [claimed = [], looked = []] = await pipelineAsUser(user, [
    { text: CLAIM, parameters: [id, stage, owner] },
    { text: LOOK, parameters: [id] },
  ]);
  const [row] = claimed;
  if (row)
    return {
      ...{ id, user, stage, owner, about: String(row.about), costUsd: Number(row.cost_usd) },
      ...{ target: setupTarget.parse(row.target), core: row.core },
      ...{ found: record.parse(row.found ?? {}), parts: record.parse(row.parts) },
    };
  const [setup] = looked;
  if (setup?.status !== "running") return "ended";
  const order: readonly string[] = SETUP_STAGES;
  const isPast = order.indexOf(String(setup.stage)) > order.indexOf(stage);
  return isPast ? "finished" : "ended";
}
