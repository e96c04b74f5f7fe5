import "server-only";
import { hkdfSync, randomBytes } from "node:crypto";
import type { World } from "@workflow/world";
import { createLocalWorld } from "@workflow/world-local";
import { createWorld as createPostgresWorld } from "@workflow/world-postgres";
import { Pool } from "pg";
import { setWorld } from "workflow/runtime";
import type { Config } from "../../config/config";
import { currentEnv, forgetVar, readVar } from "../../env";
import { LIMITS } from "../../limits/registry";
import { Secret } from "../../secret";
import { shutDownOnSignal } from "../shut-down";
import { askForJobsOnce } from "./ask-for-jobs-once";
import { DELIVERY_HEADER, guardDeliveries, signDelivery } from "./guard-deliveries";
import { openEngineFolder } from "./open-engine-folder";
import { queueStepsOnce } from "./queue-steps-once";

/**
 * Opens the workflow engine that fits the platform: files in `.data/` in development, the same
 * Postgres on a server of one's own. On Vercel the engine is the platform's and opens itself.
 *
 * Its deliveries come to this server over HTTP; a secret header tells them from anybody else's.
 */
export async function openWorld(config: Config): Promise<void> {
  if (config.platform === "vercel") return;
  spareNameLookups();
  const isLocal = config.mode === "development";
  const secret = isLocal ? randomSecret() : deriveSecret();
  const world = queueStepsOnce(isLocal ? openLocal() : openPostgres(config));
  guardDeliveries(secret);
  shutDownOnSignal(world);
  setWorld({
    ...world,
    queue: (name, message, options) =>
      world.queue(name, message, {
        ...options,
        headers: { ...options?.headers, [DELIVERY_HEADER]: signDelivery(secret) },
      }),
  });
  if (isLocal) await world.start?.();
}

/** Runs are taken up from our own checkpoints, which work across servers too: not from these files. */
function openLocal(): World {
  return createLocalWorld({
    dataDir: openEngineFolder(),
    recoverActiveRuns: false,
  });
}

/** The engine prints every job, data included, wherever `DEBUG` is set, be it to `false`. */
function openPostgres({ databaseUrl }: Config): World {
  forgetVar("DEBUG");
  const connectionString = readVar(currentEnv(), "WORKFLOW_POSTGRES_URL") ?? databaseUrl ?? "";
  const pool = askForJobsOnce(new Pool({ connectionString }));
  const world = createPostgresWorld({ pool, queueConcurrency: LIMITS.workersPerServer });
  return { ...world, close: () => Promise.resolve(world.close?.()).then(() => pool.end()) };
}

/**
 * The same on all servers of a deployment, since one may deliver what another has queued. Not from a
 * KEK: those change one server at a time, and may not be secrets but names of keys elsewhere.
 */
function deriveSecret(): Secret {
  const key = readVar(currentEnv(), "CLERK_SECRET_KEY") ?? "";
  const bytes = hkdfSync("sha256", key, "alwrity", "workflow deliveries", 32);
  return new Secret("delivery", Buffer.from(bytes).toString("base64url"));
}

function randomSecret(): Secret {
  return new Secret("delivery", randomBytes(32).toString("base64url"));
}

/**
 * The engine finds its port in a diagnostic report, which asks for the name of every open connection's
 * address: seconds in which a busy server does nothing else.
 */
function spareNameLookups(): void {
  if (process.report) Object.assign(process.report, { excludeNetwork: true });
}
