import type { RunReport } from "../../tests/world/runs/run-report";

const SLOWEST = 10;
const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

/** Prints what all runs of the tests came to: the slowest files, the failures and how to repeat each. */
export function printSummary(runs: RunReport[], seed: number): void {
  const slowest = runs.flatMap(({ files }) => files).sort((a, b) => b.ms - a.ms);
  console.log("\nThe slowest files:");
  for (const { project, file, ms } of slowest.slice(0, SLOWEST))
    console.log(`  ${(ms / 1_000).toFixed(1).padStart(6)} s  ${project}  ${file}`);
  for (const failure of runs.flatMap(({ failures }) => failures)) {
    const name = failure.name === "" ? "" : ` -t ${JSON.stringify(escapeName(failure.name))}`;
    console.log(`\n✗ ${failure.file}: ${failure.name || "the file itself"}`);
    const full = process.env.FULL ? "FULL=1 " : "";
    console.log(
      `  alone: ${full}npx vitest run --project ${failure.project} ${failure.file}${name}`,
    );
  }
  const uncaught = sum(runs.map((run) => run.uncaught));
  if (uncaught > 0)
    console.log(`\n✗ ${uncaught} errors that no test has caught: “Unhandled” above`);
  const [passed, failed, assertions] = (["passed", "failed", "assertions"] as const).map((key) =>
    sum(runs.map((run) => run[key])),
  );
  console.log(`\n${passed} passed, ${failed} failed, ${assertions} assertions; seed ${seed}`);
}

/** Vitest takes a name as a regular expression. */
function escapeName(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
