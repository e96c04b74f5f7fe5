import "server-only";
import { currentEnv, type Environment, listKekNames, readVar } from "../env";
import { parseKek } from "../keys/vault/keks/parse-kek";
import {
  type ConfigProblem,
  decideMode,
  type Mode,
  type ModeDecision,
  type Platform,
} from "../mode";
import { modelId } from "../models/schema";
import type { ProviderId } from "../providers/schema";
import { readProviderHosts } from "./provider-hosts";

/** What the rest of the product needs to know of the environment, checked as a whole. */
export type Config = {
  mode: Mode;
  platform: Platform | undefined;
  databaseUrl: string | undefined;
  vaultEnv: string;
  /** What writes where nobody has chosen; undefined: the first of the dated order that a key has. */
  geminiModel: string | undefined;
  baseUrls: Record<ProviderId, string>;
  /** Who may see the owner's page. */
  ownerUserIds: readonly string[];
};

/** A checked configuration, or every problem at once. */
export type ConfigResult = { ok: true; config: Config } | { ok: false; problems: ConfigProblem[] };

const REQUIRED_IN_PRODUCTION: Record<string, string> = {
  DATABASE_URL: "the connection string of a Postgres 15 or newer",
  NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: "the publishable key of the Clerk instance (pk_…)",
  CLERK_SECRET_KEY: "the secret key of the Clerk instance (sk_…)",
  CLERK_JWT_KEY: "the PEM public key of the Clerk instance (API keys → JWT public key)",
  CLERK_AUTHORIZED_PARTIES: "the origins that may sign in, separated by commas (https://…)",
  KEK_CURRENT: "the id of the current key-encryption key, such as k1",
};

/**
 * Checks the whole environment.
 *
 * @returns the configuration, or the list of all problems, each with its variable and its fix.
 */
export function readConfig(env: Environment = currentEnv()): ConfigResult {
  const decision = decideMode(env);
  const hosts = readProviderHosts(env);
  const problems = [...(decision.ok ? [] : decision.problems), ...hosts.problems];
  problems.push(...findModelProblem(env));
  if (isProduction(env, decision)) problems.push(...findMissing(env));
  if (!decision.ok || problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    config: {
      mode: decision.mode,
      platform: decision.mode === "production" ? decision.platform : undefined,
      databaseUrl: readVar(env, "DATABASE_URL"),
      vaultEnv: readVar(env, "VAULT_ENV") ?? "production",
      geminiModel: modelId.safeParse(readVar(env, "GEMINI_MODEL")).data,
      baseUrls: hosts.baseUrls,
      ownerUserIds: (readVar(env, "OWNER_USER_IDS") ?? "").split(/[\s,]+/).filter(Boolean),
    },
  };
}

/** The configuration of a process that has already started. Throws when it has become invalid. */
export function requireConfig(): Config {
  const result = readConfig();
  if (result.ok) return result.config;
  throw new ConfigInvalidError(result.problems);
}

/** Raised when a request reaches an instance that should not have started (`503 config_invalid`). */
export class ConfigInvalidError extends Error {
  readonly problems: ConfigProblem[];
  constructor(problems: ConfigProblem[]) {
    super(describeProblems(problems));
    this.name = "ConfigInvalidError";
    this.problems = problems;
  }
}

/** The problems as the lines a maintainer reads when a start is refused. */
export function describeProblems(problems: ConfigProblem[]): string {
  const lines = problems.map(({ variable, fix }) => `  ${variable}: ${fix}`);
  return ["ALwrity does not start with this configuration:", ...lines].join("\n");
}

/** Any id will do: which models there are is known to a key alone. */
function findModelProblem(env: Environment): ConfigProblem[] {
  const model = readVar(env, "GEMINI_MODEL");
  if (!model || modelId.safeParse(model).success) return [];
  const fix = `"${model.slice(0, 60)}" is not the id of a model. Give one such as gemini-flash-latest, or leave it empty.`;
  return [{ variable: "GEMINI_MODEL", fix }];
}

/** A refused start was meant for production too, unless DEBUG says otherwise: name all problems at once. */
function isProduction(env: Environment, decision: ModeDecision): boolean {
  if (decision.ok) return decision.mode === "production";
  return readVar(env, "DEBUG")?.toLowerCase() !== "true";
}

function findMissing(env: Environment): ConfigProblem[] {
  const missing = Object.entries(REQUIRED_IN_PRODUCTION)
    .filter(([name]) => !readVar(env, name))
    .map(([variable, what]) => ({ variable, fix: `Missing in production: set it to ${what}.` }));
  return [...missing, ...findKekProblems(env)];
}

/** Every `KEK_<id>` must be 32 bytes in base64url or a key of AWS KMS; the current one must exist. */
function findKekProblems(env: Environment): ConfigProblem[] {
  const current = readVar(env, "KEK_CURRENT");
  const names = listKekNames(env);
  const malformed = names.filter((name) => !parseKek(readVar(env, name) ?? ""));
  const problems = malformed.map((variable) => ({ variable, fix: KEK_FIX }));
  if (current && !names.includes(`KEK_${current}`))
    problems.push({ variable: `KEK_${current}`, fix: `KEK_CURRENT names it. ${KEK_FIX}` });
  return problems;
}

const KEK_FIX =
  "Set it to 32 random bytes in base64url (43 characters): node -p \"require('crypto').randomBytes(32).toString('base64url')\"; or to the ARN of a key in AWS KMS.";
