import "server-only";
import { takeTurns } from "../blog/durable/runs/pass-turn";
import { startQueued } from "../blog/durable/runs/start-queued";
import { type Config, describeProblems, readConfig } from "../config/config";
import { registerEmbeddedDatabase } from "../db/connect";
import { migrate } from "../db/migrate";
import { currentEnv, readVar } from "../env";
import { guardOutput } from "../logs/guard-output";
import { log } from "../logs/log";
import { openWorld } from "./engine/open-world";
import { explainRefusals } from "./explain-refusals";
import { hideRewrites } from "./hide-rewrites";
import { holdBodies } from "./hold-bodies";
import { forgetRunners, keepRuns } from "./keep-runs";
import { limitSlowBodies } from "./limit-slow-bodies";
import { paceLogins } from "./pace-logins";
import { refuseAtOnce } from "./refuse-at-once";
import { refuseForeignConnections } from "./refuse-foreign-connections";
import { refuseProxiedRequests } from "./refuse-proxied-requests";
import { refuseSignedOut } from "./refuse-signed-out";
import { reportKeys } from "./report-keys";
import { takeDatabaseTime } from "./take-database-time";
import { warnOldPrices } from "./warn-old-prices";

/**
 * Readies a starting server. A wrong configuration ends the process with code 1, since a throw here
 * would leave a server that answers 500 for ever; on Vercel, where there is no process to end, each
 * request is answered `503 config_invalid`.
 */
export async function startServer(): Promise<void> {
  guardOutput();
  const result = readConfig();
  lookAtRequests(result.ok && result.config.mode === "production");
  if (!result.ok) return refuse(describeProblems(result.problems));
  log.info({ mode: result.config.mode }, `Starting in ${result.config.mode} mode`);
  warnOldPrices(new Date());
  const { config } = result;
  if (config.mode === "development") await readyDevelopment(config);
  else if (config.platform !== "vercel") await takeDatabaseTime();
  takeTurns(startQueued);
  await openWorld(config);
  if (config.platform !== "vercel") keepRuns();
}

/** What is looked at ahead of the framework: the last one first. */
function lookAtRequests(needsSession: boolean): void {
  explainRefusals();
  hideRewrites();
  holdBodies();
  if (needsSession) refuseSignedOut();
  paceLogins();
  refuseAtOnce();
  limitSlowBodies();
}

async function readyDevelopment({ databaseUrl }: Config): Promise<void> {
  refuseForeignConnections();
  refuseProxiedRequests();
  await readyDevelopmentDatabase(databaseUrl).then(forgetRunners).then(reportKeys).catch(explain);
}

/** In development the database is there without being asked for, and always up to date. */
async function readyDevelopmentDatabase(databaseUrl: string | undefined): Promise<void> {
  const url = databaseUrl ?? (await startEmbeddedDatabase());
  await migrate(readVar(currentEnv(), "MIGRATION_DATABASE_URL") ?? url, url);
}

async function startEmbeddedDatabase(): Promise<string> {
  const { startEmbedded } = await import("../db/embedded/start-embedded");
  const { url, started, stopOnExit } = await startEmbedded();
  registerEmbeddedDatabase(url);
  if (started) process.once("exit", stopOnExit);
  log.info(
    started
      ? "Started the embedded Postgres in .data/"
      : "Attached to the embedded Postgres in .data/",
  );
  return url;
}

/** A database that is away does not stop development: keys are read from `.env.local` all the same. */
function explain(error: unknown): void {
  log.error({ err: error }, "The database is not ready; /api/health says when it is");
}

function refuse(message: string): void {
  process.stderr.write(`\n${message}\n\n`);
  if (!readVar(currentEnv(), "VERCEL")) process.exit(1);
}
