import { inject } from "vitest";
import { createDatabase, type TestDatabase } from "../database/create-database";
import { createTester, type Tester } from "../tester";
import { productionEnv } from "./production-env";
import { type App, pickPort, startApp } from "./start-app";

/** A production server of one suite's own, on a database of its own. */
export type Production = App & {
  database: TestDatabase;
  sandboxUrl: string;
  /** Its variables, for a second server beside it or a restart. */
  env: Variables;
  /** Starts a second server on the same database; `stop` ends it too. */
  startSecond: () => Promise<App>;
  /** Ends the server alone; its database stays for others. */
  halt: () => Promise<void>;
  /** A new tester of this server, without keys yet. */
  tester: (scenario?: string) => Tester;
};

type Variables = Record<string, string>;
type Overrides = (database: TestDatabase, origin: string) => Variables | Promise<Variables>;

/**
 * Starts the build in production mode. `overrides` replaces variables, once the database is known.
 *
 * @param options `serverUrl` a Postgres other than the shared one.
 */
export async function startProduction(
  overrides: Overrides = () => ({}),
  options: { sandboxUrl?: string; serverUrl?: string; imports?: string[] } = {},
): Promise<Production> {
  const { serverUrl } = options;
  const database = await createDatabase({ engine: true, ...(serverUrl ? { serverUrl } : {}) });
  const port = await pickPort();
  const origin = `http://localhost:${port}`;
  const { sandboxUrl = inject("servers").sandboxUrl, imports = [] } = options;
  const env = {
    ...productionEnv(database.url, sandboxUrl, origin),
    ...(await overrides(database, origin)),
  };
  const app = await startApp(env, { port, imports });
  const others: App[] = [];
  const startSecond = async () => {
    const other = await startApp(env, { port: await pickPort() });
    others.push(other);
    return other;
  };
  const stop = async () => {
    await Promise.all([app, ...others].map((server) => server.stop()));
    await database.drop();
  };
  return {
    ...app,
    database,
    sandboxUrl,
    env,
    startSecond,
    halt: app.stop,
    stop,
    tester: (scenario) => createTester(origin, scenario),
  };
}

/** Saves both keys of a tester; throws with the answer when that fails. */
export async function saveKeys(tester: Tester): Promise<void> {
  const answer = await tester.call("POST", "/api/onboarding/api-keys", tester.keys);
  if (answer.status !== 200) throw new Error(`The keys were not saved: ${await answer.text()}`);
}
