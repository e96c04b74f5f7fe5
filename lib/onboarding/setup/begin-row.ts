import "server-only";
import { sql } from "drizzle-orm";
import { setupRuns } from "@/drizzle/schema/setup";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import type { SetupStage, SetupTarget } from "./schema";

/** What is to be made, from what, beginning with which stage. */
export type Beginning = { target: SetupTarget; about: string; core: unknown; stage: SetupStage };

const FRESH = {
  status: "running",
  findings: {},
  parts: {},
  problem: null,
  costUsd: 0,
  waitUntil: null,
  attempt: 0,
  owner: null,
} as const;

/**
 * Begins a row: what was made before of its target makes room, under another id; one that is under way stays.
 *
 * @returns the id of the new run; null where one is under way.
 */
export async function beginRow(user: UserId, beginning: Beginning): Promise<string | null> {
  const now = { heartbeatAt: sql`now()`, updatedAt: sql`now()` };
  const [row] = await asUser(user, (tx) =>
    tx
      .insert(setupRuns)
      .values({ userId: user, ...beginning })
      .onConflictDoUpdate({
        target: [setupRuns.userId, setupRuns.target],
        set: { ...FRESH, ...beginning, ...now, id: sql`gen_random_uuid()` },
        setWhere: sql`${setupRuns.status} <> 'running'`,
      })
      .returning({ id: setupRuns.id }),
  );
  return row?.id ?? null;
}
