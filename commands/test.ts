/** `npm test`: everything, on a fresh machine. Checks first, then one build, then every test on it. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { findChromium } from "./find-chromium";

const REPORT = ".data/test-report.json";
const report = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });

function run(
  title: string,
  command: string,
  flags: string[],
  env: Record<string, string> = {},
): boolean {
  console.log(`\n▸ ${title}`);
  const { status } = spawnSync(command, flags, {
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  return status === 0;
}

function readCounts(): string {
  const { numPassedTests, numFailedTests } = report.parse(JSON.parse(readFileSync(REPORT, "utf8")));
  return `${numPassedTests} passed, ${numFailedTests} failed`;
}

const checks = ["lint", "types", "dead-code", "drift"];
const checked = checks.every((name) => run(name, "npm", ["run", "--silent", name]));
const built =
  checked && run("build", "npm", ["run", "--silent", "build"], { NEXT_TELEMETRY_DISABLED: "1" });
if (!built) process.exit(1);

const flags = ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile=${REPORT}`];
const passed = run("tests", "npx", flags, { CHROMIUM_PATH: findChromium() });
console.log(`\n${readCounts()}`);
process.exit(passed ? 0 : 1);
