import "server-only";
import { type Environment, readVar } from "./env";

/** Names that a provider's SDK could fall back to by itself: refused in production. */
export const PROVIDER_KEY_NAMES = [
  "GEMINI_API_KEY",
  "GOOGLE_API_KEY",
  "GOOGLE_GENERATIVE_AI_API_KEY",
  "GOOGLE_GENAI_API_KEY",
  "EXA_API_KEY",
  "COPILOTKIT_API_KEY",
  "NEXT_PUBLIC_COPILOTKIT_API_KEY",
  "COPILOT_CLOUD_PUBLIC_API_KEY",
] as const;

const PLATFORMS = ["vercel", "render", "self-hosted"] as const;
/** Where a production instance runs. */
export type Platform = (typeof PLATFORMS)[number];
/** How the application runs: `development` has one local user, `production` has Clerk's. */
export type Mode = "development" | "production";
/** A variable that is wrong, and what to do about it. */
export type ConfigProblem = { variable: string; fix: string };
/** The decided mode, or every reason to refuse to start. */
export type ModeDecision =
  | { ok: true; mode: "development" }
  | { ok: true; mode: "production"; platform: Platform }
  | { ok: false; problems: ConfigProblem[] };

/**
 * Decides between development and production from `DEBUG`, `DEPLOY_ENV`, `VERCEL` and `RENDER`.
 * A hosted site never falls into development mode because a variable was forgotten.
 */
export function decideMode(env: Environment): ModeDecision {
  const debug = readVar(env, "DEBUG")?.toLowerCase() === "true";
  const deployEnv = readVar(env, "DEPLOY_ENV");
  const detected = detectPlatform(env);
  const problems = findProblems({ debug, deployEnv, detected });
  if (problems.length > 0) return { ok: false, problems };
  const platform = toPlatform(deployEnv ?? detected);
  if (debug || !platform) return { ok: true, mode: "development" };
  const planted = PROVIDER_KEY_NAMES.filter((name) => readVar(env, name));
  return planted.length > 0
    ? { ok: false, problems: planted.map(refuseProviderKey) }
    : { ok: true, mode: "production", platform };
}

function detectPlatform(env: Environment): "vercel" | "render" | undefined {
  if (readVar(env, "VERCEL") === "1") return "vercel";
  if (readVar(env, "RENDER") === "true") return "render";
  return undefined;
}

function toPlatform(name: string | undefined): Platform | undefined {
  return PLATFORMS.find((platform) => platform === name);
}

type Signals = {
  debug: boolean;
  deployEnv: string | undefined;
  detected: "vercel" | "render" | undefined;
};

function findProblems({ debug, deployEnv, detected }: Signals): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  if (debug && detected) problems.push(refuseDebugOn(detected));
  if (deployEnv && !toPlatform(deployEnv)) problems.push(refuseUnknownPlatform(deployEnv));
  else if (deployEnv && detected && deployEnv !== detected)
    problems.push(refuseOtherPlatform(deployEnv, detected));
  return problems;
}

function refuseDebugOn(detected: string): ConfigProblem {
  return {
    variable: "DEBUG",
    fix: `DEBUG=true on ${detected} would serve the owner's keys to every visitor. Remove DEBUG.`,
  };
}

function refuseUnknownPlatform(deployEnv: string): ConfigProblem {
  return {
    variable: "DEPLOY_ENV",
    fix: `DEPLOY_ENV is "${deployEnv.slice(0, 40)}". Set it to one of: ${PLATFORMS.join(", ")}; or remove it on a laptop.`,
  };
}

function refuseOtherPlatform(deployEnv: string, detected: string): ConfigProblem {
  return {
    variable: "DEPLOY_ENV",
    fix: `DEPLOY_ENV is "${deployEnv}", but this is ${detected}. Set DEPLOY_ENV=${detected} or remove it (accepted: ${PLATFORMS.join(", ")}).`,
  };
}

function refuseProviderKey(variable: string): ConfigProblem {
  return {
    variable,
    fix: `${variable} is set in production, where every user pays with keys of their own. Remove it from the environment and from .env files.`,
  };
}
