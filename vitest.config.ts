import path from "node:path";
import { configDefaults, defineConfig, type Plugin } from "vitest/config";
import { PATIENCE_MS } from "./tests/world/patience.ts";
import { LongestFirst } from "./tests/world/runs/longest-first.ts";
import { FULL } from "./tests/world/scale.ts";

/**
 * What is loaded before the tests, in this process, is not taken from the cache: Vitest hands it on as bytes, and
 * the first error whose lines are looked up in it ends the whole run with another one.
 */
const loadSetUpAnew: Plugin = {
  name: "load-set-up-anew",
  configureVitest: ({ experimental_defineCacheKeyGenerator: define }) =>
    define(({ environment }) => (environment.name === "__vitest__" ? false : null)),
};
const plugins = [loadSetUpAnew];
const resolve = {
  alias: [
    { find: /^@\//, replacement: `${path.resolve(".")}/` },
    { find: /^server-only$/, replacement: path.resolve("node_modules/server-only/empty.js") },
  ],
};
const setupFiles = [
  "tests/world/quiet-log.ts",
  "tests/world/runs/count-assertions.ts",
  "tests/world/runs/leave-as-found.ts",
];
/** A machine with much to do takes longer than the second that `expect.poll` waits by itself. */
const expect = { poll: { timeout: PATIENCE_MS } };
/** A time limit ends what hangs; how much else the machine has to do, or how large a number is, must not fail a test. */
const longest = (process.env.PROOF ? 20 : 2) * PATIENCE_MS;
/** `--exclude` says nothing to projects: what runs by itself, behind the others, comes by a variable. */
const leftOut = process.env.LEFT_OUT ? [process.env.LEFT_OUT] : [];
const exclude = [...configDefaults.exclude, ...(FULL ? [] : ["**/*.full.test.ts"]), ...leftOut];
/** A process for each file takes longer to load the product than most need for their tests: workers share one. */
const patient = {
  isolate: false,
  exclude,
  setupFiles,
  expect,
  testTimeout: longest,
  hookTimeout: longest,
};

/**
 * What orders the run. It comes by a variable: said on the command line, it takes the place of all that
 * projects say of their order, and workers go to and fro between them.
 */
const seed = Number(process.env.TEST_SEED ?? Date.now());
/** Files run in any order, and so do the tests of a file but where a browser walks on from one to the next. */
const anyOrder = { seed, shuffle: { files: true, tests: true } };

/** Real sites are there only when `npm run proof:sites` has started them. */
const sites = {
  resolve,
  plugins,
  test: {
    name: "sites",
    include: ["tests/sites/**/*.test.ts"],
    globalSetup: [
      "tests/world/database/provide-postgres.ts",
      "tests/world/runs/provide-browser.ts",
    ],
    ...patient,
  },
};

/** What others have labelled is no part of the project: measured where a folder with it is named. */
const facts = {
  resolve,
  plugins,
  test: { name: "facts", include: ["tests/facts/**/*.test.ts"], ...patient },
};

/** unit needs nothing; database a Postgres; server and browser the build as well. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: "./tests/world/runs/progress-reporter.ts",
    // Both runs of `npm test` load much of the same.
    experimental: { fsModuleCache: true },
    sequence: { seed, sequencer: LongestFirst, shuffle: { files: true, tests: false } },
    projects: [
      ...(process.env.REAL_SITES ? [sites] : []),
      ...(process.env.FACTS_FOLDER ? [facts] : []),
      {
        resolve,
        plugins,
        test: {
          name: "unit",
          include: [
            "{lib,app,sandbox,commands}/**/*.test.ts",
            "tests/{clerk,architecture}/**/*.test.ts",
          ],
          sequence: anyOrder,
          ...patient,
        },
      },
      {
        resolve,
        plugins,
        test: {
          name: "database",
          include: ["tests/database/**/*.test.ts"],
          globalSetup: "tests/world/database/provide-postgres.ts",
          // Behind the others of its run: a worker that goes from one project to the next loads everything anew.
          sequence: { ...anyOrder, groupOrder: 1 },
          ...patient,
        },
      },
      {
        resolve,
        plugins,
        test: {
          name: "server",
          include: ["tests/server/**/*.test.ts", "tests/browser/**/*.test.ts"],
          globalSetup: [
            "tests/world/database/provide-postgres.ts",
            "tests/world/servers/provide-servers.ts",
            "tests/world/runs/provide-browser.ts",
          ],
          ...patient,
        },
      },
    ],
  },
});
