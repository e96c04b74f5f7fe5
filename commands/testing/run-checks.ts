import { runQuietly } from "../run-quietly";
import { sayStep } from "./say-step";

/** What is checked without running the product: scripts of package.json. */
const CHECKS = ["lint", "types", "dead-code", "drift"];

/** Runs the checks beside each other, and shows what those have printed that fail. @returns whether all passed. */
export async function runChecks(): Promise<boolean> {
  const passed = await Promise.all(
    CHECKS.map((name) => sayStep(name, () => runQuietly("npm", ["run", "--silent", name]))),
  );
  return !passed.includes(false);
}
