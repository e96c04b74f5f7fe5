import "server-only";
import type { Server } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { World } from "@workflow/world";
import { abortStep, listVouched, livingSteps } from "../blog/durable/living/living-steps";
import { asKeeper } from "../db/as-keeper";
import { PACES } from "../limits/paces";
import { LIMITS } from "../limits/registry";
import { log } from "../logs/log";
import { beginStopping, isStopping } from "../process/stopping";
import { onRequest } from "./on-request";

const servers = new Set<Server>();
/** Runs that nobody runs now: the other server, or the next start, goes on with them at once. */
const LET_GO =
  "UPDATE posts SET heartbeat_at = NULL WHERE id = ANY($1::uuid[]) AND status = 'running'";

/**
 * Ends this server in good order when it is told to: no new connection, streams end with `retry:`, no
 * step is begun, those that run may finish for a while and are then given up; what they have made is
 * kept, so whoever goes on pays for nothing twice. Then the process ends with code 0.
 */
export function shutDownOnSignal(world: World): void {
  onRequest((_request, response, server) => {
    servers.add(server);
    if (isStopping()) response.setHeader("connection", "close");
    return false;
  });
  // Not once: the engine's queue has a handler of its own, which sends the signal again.
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.on(signal, () => {
      if (!isStopping()) void shutDown(world);
    });
}

async function shutDown(world: World): Promise<void> {
  log.info("Ending: nothing new is begun here");
  beginStopping();
  const closed = Promise.all([...servers].map(closeServer));
  await Promise.race([Promise.all([closed, noSteps()]), pause(LIMITS.shutdownSeconds * 1_000)]);
  const runs = listVouched();
  for (const step of livingSteps) abortStep(step);
  await Promise.race([letGo(world, runs), pause(LIMITS.lettingGoSeconds * 1_000)]);
  process.exit(0);
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

async function noSteps(): Promise<void> {
  while (livingSteps.size > 0) await pause(PACES.shutdownLookMs);
}

async function letGo(world: World, runs: string[]): Promise<void> {
  try {
    await noSteps();
    await asKeeper([{ text: LET_GO, parameters: [`{${runs.join(",")}}`] }]);
    await world.close?.();
  } catch (error) {
    log.warn({ err: error }, "Not everything could be let go; the sweep finds it");
  }
}
