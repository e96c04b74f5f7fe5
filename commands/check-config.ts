/** `tsx commands/check-config.ts`: prints the mode, or every configuration problem and exits with 1. */
import nextEnv from "@next/env";
import { describeProblems, readConfig } from "@/lib/config";

nextEnv.loadEnvConfig(process.cwd(), false, { info: () => {}, error: console.error });
const result = readConfig();
if (result.ok) console.log(result.config.mode);
else {
  console.error(`\n${describeProblems(result.problems)}\n`);
  process.exitCode = 1;
}
