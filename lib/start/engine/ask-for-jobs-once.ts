import "server-only";
import type { Pool, PoolClient } from "pg";
import { PACES } from "../../limits/paces";

/** The engine's prepared question for a next job, as its library names it. */
const NEXT_JOB = "get_job";
/** What it hears when a job was added. */
const JOB_ADDED = "jobs:insert";
const NONE = { rows: [], rowCount: 0 };

/**
 * Spares a database what the engine's workers ask it when there is nothing to do: each of them, a hundred
 * on a server, looks for a job twice a second. Once one was told that there is none, the others hear the
 * same for a moment, unless a job was added since.
 *
 * @param pool the engine's own, before it has connected.
 */
export function askForJobsOnce(pool: Pool): Pool {
  let added = 0;
  let quietUntil = 0;
  const isEmpty = (answer: unknown) =>
    typeof answer === "object" && answer !== null && "rowCount" in answer && !answer.rowCount;
  const ask = async (query: () => Promise<unknown>) => {
    if (performance.now() < quietUntil) return NONE;
    const seen = added;
    const answer = await query();
    if (isEmpty(answer) && seen === added) quietUntil = performance.now() + PACES.engineQuietMs;
    return answer;
  };
  pool.on("connect", (client: PoolClient) => {
    client.on("notification", ({ channel }) => {
      if (channel !== JOB_ADDED) return;
      added += 1;
      quietUntil = 0;
    });
    client.query = new Proxy(client.query, {
      apply: (target, _self, given: unknown[]) => {
        const query = () => Reflect.apply(target, client, given);
        return isForNextJob(given[0]) ? ask(query) : query();
      },
    });
  });
  return pool;
}

function isForNextJob(query: unknown): boolean {
  if (typeof query !== "object" || query === null || !("name" in query)) return false;
  return typeof query.name === "string" && query.name.startsWith(NEXT_JOB);
}
