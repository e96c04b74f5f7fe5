import path from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "@/lib/db/embedded/start-embedded";

declare module "vitest" {
  interface ProvidedContext {
    /** Connection string of a superuser on the one Postgres of this test run. */
    postgresUrl: string;
  }
}

/** Vitest's global set-up: one Postgres for all tests; each suite makes databases of its own on it. */
export default async function providePostgres(project: TestProject): Promise<() => Promise<void>> {
  // The servers of several suites at once have a pool each.
  const settings = [
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=600",
  ];
  const server = await startEmbedded(path.resolve(".data/test"), settings);
  project.provide("postgresUrl", server.url);
  return async () => {
    if (server.started) await server.stop();
  };
}
