import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { setupRuns } from "@/drizzle/schema/setup";
import { asUser } from "../../db/as-user";
import type { EmitWork, WorkEvents } from "../../http/schema";
import { storableJson } from "../storable-json";
import type { StageClaim } from "./claim-stage";

type Change = Partial<
  Record<"findings" | "costUsd" | "waitUntil" | "heartbeatAt" | "owner" | "parts", SQL>
>;

/** Writes what a stage reports into its row, in order, for as long as the stage is ours. */
export type StageReport = {
  emit: EmitWork;
  /** What has arrived, by the name of its field. */
  fields: Record<string, unknown>;
  /** Says that the stage is alive. @returns false once it is somebody else's, or the setup was stopped. */
  beat: () => Promise<boolean>;
  /** Waits until everything is written. */
  flush: () => Promise<void>;
};

/** Opens the report of a stage that was claimed. */
export function openReport(claim: StageClaim): StageReport {
  const fields: Record<string, unknown> = { ...claim.found };
  let writing: Promise<unknown> = Promise.resolve();
  const write = (change: Change) => {
    writing = writing.then(() => changeOwn(claim, change));
    return writing;
  };
  const emit: EmitWork = (type, data) => {
    const change = toChange(claim, type, data, fields);
    if (change) void write(change).catch(() => undefined);
  };
  return {
    emit,
    fields,
    beat: () => changeOwn(claim, { heartbeatAt: sql`now()` }),
    flush: async () => {
      await writing;
    },
  };
}

/** Changes the row while it is this process's. @returns whether it was. */
export async function changeOwn(claim: StageClaim, change: Change): Promise<boolean> {
  const own = and(
    eq(setupRuns.id, claim.id),
    eq(setupRuns.owner, claim.owner),
    eq(setupRuns.status, "running"),
  );
  const rows = await asUser(claim.user, (tx) =>
    tx.update(setupRuns).set(change).where(own).returning({ id: setupRuns.id }),
  );
  return rows.length > 0;
}

function toChange(
  { stage, costUsd }: StageClaim,
  type: string,
  data: WorkEvents[keyof WorkEvents],
  fields: Record<string, unknown>,
): Change | null {
  if (type === "cost" && "usd" in data) return { costUsd: sql`${costUsd + data.usd}` };
  if (type === "wait" && "until" in data) return { waitUntil: sql`${data.until}::timestamptz` };
  if (type !== "field" || !("name" in data)) return null;
  fields[data.name] = storableJson(data.value);
  const found = JSON.stringify({ [stage]: fields });
  return { findings: sql`${setupRuns.findings} || ${found}::jsonb`, waitUntil: sql`NULL` };
}
