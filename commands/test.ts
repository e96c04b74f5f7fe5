/**
 * `npm test`: everything, on a fresh machine. The checks come first, then the build beside the tests
 * that need none, then those that run on it. `npm test -- --full` also runs the tests of kinds that others
 * show already; `npm test -- --seed=N` repeats an order of the files.
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { type RunReport, runReport } from "../tests/world/runs/run-report";
import { buildOnce } from "./build-once";
import { findChromium } from "./find-chromium";
import { runQuietly } from "./run-quietly";
import { printSummary } from "./summarize-runs";

const { values } = parseArgs({ options: { seed: { type: "string" }, full: { type: "boolean" } } });
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
if (values.full) process.env.FULL = "1";
const reports: RunReport[] = [];
const startedAt = Date.now();
const seconds = (since: number) => `${((Date.now() - since) / 1_000).toFixed(0)} s`;

/** Does one part of the work and says what it is and how long it took. */
async function say<T>(title: string, work: () => Promise<T>): Promise<T> {
  console.log(`▸ ${title} …`);
  const since = Date.now();
  const result = await work();
  const outcome = typeof result === "string" ? ` ${result},` : result === false ? " failed," : "";
  console.log(`▸ ${title}:${outcome} ${seconds(since)} (${seconds(startedAt)} in all)`);
  return result;
}

const check = (name: string) => say(name, () => runQuietly("npm", ["run", "--silent", name]));

/** Runs projects of the tests, shows them, and reads what they counted. @returns whether all passed. */
async function runTests(title: string, projects: string[], workers = 2): Promise<boolean> {
  const file = `.data/test-report/${projects.join("-")}.json`;
  rmSync(file, { force: true });
  const flags = ["vitest", "run", `--sequence.seed=${seed}`, `--maxWorkers=${workers}`];
  for (const project of projects) flags.push("--project", project);
  const env = { ...process.env, TEST_REPORT: file };
  const passed = await say(title, async () => {
    const child = spawn("npx", flags, { stdio: "inherit", env });
    return (await new Promise((resolve) => child.once("close", resolve))) === 0;
  });
  if (existsSync(file)) reports.push(runReport.parse(JSON.parse(readFileSync(file, "utf8"))));
  return passed;
}

findChromium();
const checks = await Promise.all(["lint", "types", "dead-code", "drift"].map(check));
if (checks.includes(false)) process.exit(1);

const [built, passedEarly] = await Promise.all([
  say("build", buildOnce),
  runTests("tests that need no build", ["unit", "database"]),
]);
if (built === "failed") process.exit(1);
const passedLate = await runTests("tests on the build, and in a browser", ["server"], 3);

printSummary(reports, seed);
console.log(`${seconds(startedAt)} in all.`);
process.exit(passedEarly && passedLate ? 0 : 1);
