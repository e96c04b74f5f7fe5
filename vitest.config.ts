import path from "node:path";
import { defineConfig } from "vitest/config";

const resolve = {
  alias: [
    { find: /^@\//, replacement: `${path.resolve(".")}/` },
    { find: /^server-only$/, replacement: path.resolve("node_modules/server-only/empty.js") },
  ],
};
const setupFiles = "tests/world/quiet-log.ts";
/** A machine with much to do takes longer than the second that `expect.poll` waits by itself. */
const expect = { poll: { timeout: 15_000 } };
const patient = { setupFiles, expect, testTimeout: 120_000, hookTimeout: 180_000 };

/** Real sites are there only when `npm run proof:sites` has started them. */
const sites = {
  resolve,
  test: { name: "sites", include: ["tests/sites/**/*.test.ts"], ...patient },
};

/** unit needs nothing; database a Postgres; server and browser the build as well. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      ...(process.env.REAL_SITES ? [sites] : []),
      {
        resolve,
        test: {
          name: "unit",
          include: [
            "{lib,app,sandbox,commands}/**/*.test.ts",
            "tests/{clerk,architecture}/**/*.test.ts",
          ],
          setupFiles,
          expect,
          testTimeout: 60_000,
        },
      },
      {
        resolve,
        test: {
          name: "database",
          include: ["tests/database/**/*.test.ts"],
          globalSetup: "tests/world/database/provide-postgres.ts",
          ...patient,
        },
      },
      {
        resolve,
        test: {
          name: "server",
          include: ["tests/server/**/*.test.ts", "tests/browser/**/*.test.ts"],
          globalSetup: [
            "tests/world/database/provide-postgres.ts",
            "tests/world/servers/provide-servers.ts",
          ],
          ...patient,
        },
      },
    ],
  },
});
