/**
 * `tsx commands/check-config.ts`: prints the mode, or every configuration problem and exits with 1.
 * With `--hosted-only` it checks on Vercel alone, where a wrong configuration must fail the build.
 */
import nextEnv from "@next/env";
import { describeProblems, readConfig } from "@/lib/config/config";
import { currentEnv, readVar } from "@/lib/env";

const skipped = process.argv.includes("--hosted-only") && readVar(currentEnv(), "VERCEL") !== "1";
if (!skipped) check();

function check(): void {
  nextEnv.loadEnvConfig(process.cwd(), false, { info: () => {}, error: console.error });
  const result = readConfig();
  if (result.ok) console.log(result.config.mode);
  else refuse(describeProblems(result.problems));
}

function refuse(message: string): void {
  console.error(`\n${message}\n`);
  process.exitCode = 1;
}
