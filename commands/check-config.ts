/**
 * `tsx commands/check-config.ts`: prints the mode, or every configuration problem and exits with 1.
 * With `--hosted-only` it checks on Vercel alone, where a wrong configuration must fail the build.
 * With `--chosen` somebody must have chosen the mode: a server that serves a build has no sign-in in
 * development, and on a rented machine one forgotten variable would give its owner's keys to everybody.
 */
import nextEnv from "@next/env";
import { describeProblems, readConfig } from "@/lib/config/config";
import { currentEnv, readVar } from "@/lib/env";

const CHOOSE = `npm start serves a build, and nobody has said to whom:
  DEPLOY_ENV: set it to vercel, render or self-hosted, and testers sign in and bring their own keys;
  DEBUG: set it to true, and whoever reaches this machine's localhost uses the keys of .env.local.
npm run dev and npm run demo need neither.`;

const skipped = process.argv.includes("--hosted-only") && readVar(currentEnv(), "VERCEL") !== "1";
if (!skipped) check();

function check(): void {
  nextEnv.loadEnvConfig(process.cwd(), false, { info: () => {}, error: console.error });
  const result = readConfig();
  if (!result.ok) refuse(describeProblems(result.problems));
  else if (process.argv.includes("--chosen") && !isChosen()) refuse(CHOOSE);
  else console.log(result.config.mode);
}

function isChosen(): boolean {
  const env = currentEnv();
  const isPlatform = ["DEPLOY_ENV", "VERCEL", "RENDER"].some((name) => readVar(env, name));
  return isPlatform || readVar(env, "DEBUG")?.toLowerCase() === "true";
}

function refuse(message: string): void {
  console.error(`\n${message}\n`);
  process.exitCode = 1;
}
