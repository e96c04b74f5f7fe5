/**
 * `npm test`: everything, on a fresh machine. The checks come first, then the build beside the tests
 * that need none, then those that run on it. `npm test -- --full` also runs the tests of kinds that others
 * show already; `npm test -- --seed=N` repeats an order of the files.
 */
import { parseArgs } from "node:util";
import { buildOnce } from "./build-once";
import { findChromium } from "./find-chromium";
import { printSummary } from "./testing/print-summary";
import { runChecks } from "./testing/run-checks";
import { runTests } from "./testing/run-tests";
import { sayStep, sayTime } from "./testing/say-step";

const { values } = parseArgs({ options: { seed: { type: "string" }, full: { type: "boolean" } } });
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
if (values.full) process.env.FULL = "1";

findChromium();
if (!(await runChecks())) process.exit(1);

const [built, early] = await Promise.all([
  sayStep("build", buildOnce),
  runTests({ title: "tests that need no build", projects: ["unit", "database"], seed, workers: 3 }),
]);
if (built === "failed") process.exit(1);
const onBuild = { title: "tests on the build, and in a browser", projects: ["server"] };
const late = await runTests({ ...onBuild, seed, workers: 4 });

printSummary([...early.reports, ...late.reports], seed);
console.log(`${sayTime()} in all.`);
process.exit(early.passed && late.passed ? 0 : 1);
