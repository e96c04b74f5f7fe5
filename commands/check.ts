/** `npm run check`: what a change is held to before it is pushed, without a database, a build or a browser. */
import { printSummary } from "./testing/print-summary";
import { runChecks } from "./testing/run-checks";
import { runTests } from "./testing/run-tests";
import { sayTime } from "./testing/say-step";

const seed = Math.floor(Math.random() * 1_000_000);
const [clean, unit] = await Promise.all([
  runChecks(),
  runTests({ title: "unit tests", projects: ["unit"], seed }),
]);

printSummary(unit.reports, seed);
console.log(`${sayTime()} in all.`);
process.exit(clean && unit.passed ? 0 : 1);
