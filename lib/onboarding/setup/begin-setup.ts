import "server-only";
import { sql } from "drizzle-orm";
import { setupRuns } from "@/drizzle/schema/setup";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import { listApiKeys } from "../../keys/list-api-keys";
import { findMissingKey } from "../find-missing-key";
import { launchSetup } from "./launch-setup";
import { readAbout } from "./read-about";

const FRESH = {
  status: "running",
  stage: "website",
  findings: {},
  parts: {},
  problem: null,
  costUsd: 0,
  waitUntil: null,
  attempt: 0,
  owner: null,
} as const;

/**
 * Begins the setup in one press: website, research and persona are made one after the other, whoever
 * is looking. What these steps held before is replaced as each is done.
 *
 * @throws AppError `key_missing` without the required keys, `invalid` when it is told nothing it
 *   can use, `conflict` while one is under way.
 */
export async function beginSetup(user: UserId, about: string): Promise<void> {
  readAbout(about);
  const provider = findMissingKey(await listApiKeys(user));
  if (provider) throw new AppError("key_missing", { provider });
  const fresh = { ...FRESH, about, heartbeatAt: sql`now()`, updatedAt: sql`now()` };
  const [row] = await asUser(user, (tx) =>
    tx
      .insert(setupRuns)
      .values({ userId: user, about })
      .onConflictDoUpdate({
        target: [setupRuns.userId, setupRuns.target],
        set: { ...fresh, id: sql`gen_random_uuid()` },
        setWhere: sql`${setupRuns.status} <> 'running'`,
      })
      .returning({ id: setupRuns.id }),
  );
  if (!row) throw new AppError("conflict", { detail: "The setup is under way already." });
  await launchSetup(row.id);
}
