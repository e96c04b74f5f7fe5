import { existsSync } from "node:fs";
import type { TestProject } from "vitest/node";
import { startSandbox } from "@/sandbox/start-sandbox";
import { testInstance } from "../../clerk/test-instance";
import { createDatabase } from "../database/create-database";
import { openDevelopmentPool } from "./development-pool";
import { productionEnv } from "./production-env";
import { pickPort, startApp } from "./start-app";

/** The servers that most suites share; a suite that breaks one starts its own. */
export type SharedServers = {
  production: { url: string; secondUrl: string; databaseUrl: string };
  development: { url: string; folder: string };
  /** Where suites take a development server of their own. */
  poolUrl: string;
  sandboxUrl: string;
};

declare module "vitest" {
  interface ProvidedContext {
    servers: SharedServers;
  }
}

/** Vitest's global set-up: the sandbox, and on the same build two servers of production and one of development. */
export default async function provideServers(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(".next/BUILD_ID"))
    throw new Error("There is no build: run npm run build, or npm test.");
  Object.assign(process.env, testInstance.sharedEnv);
  const sandbox = await startSandbox({ port: 0 });
  const serverUrl = project.getProvidedContext().postgresUrl;
  const database = await createDatabase({ serverUrl, engine: true });
  const port = await pickPort();
  const env = productionEnv(database.url, sandbox.url, `http://localhost:${port}`);
  const local = await createDatabase({ serverUrl });
  const [production, second, development] = await Promise.all([
    startApp(env, { port }),
    startApp(env),
    startApp({
      DEBUG: "true",
      DATABASE_URL: local.url,
      GEMINI_BASE_URL: sandbox.url,
      EXA_BASE_URL: sandbox.url,
    }),
  ]);
  const pool = await openDevelopmentPool({ serverUrl, sandboxUrl: sandbox.url });
  project.provide("servers", {
    poolUrl: pool.url,
    production: { url: production.url, secondUrl: second.url, databaseUrl: database.url },
    development: { url: development.url, folder: development.folder },
    sandboxUrl: sandbox.url,
  });
  return async () => {
    await pool.close();
    await Promise.all([production, second, development].map((app) => app.stop()));
    await sandbox.close();
    await Promise.all([database.drop(), local.drop()]);
  };
}
