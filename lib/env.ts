/**
 * The only reader of `process.env`. Every value is read when asked for, never frozen at import, so one
 * build serves every mode and tests may pass an environment of their own.
 */
import "server-only";
import nextEnv from "@next/env";

/** Environment variables by name; an empty variable counts as unset. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Variables of key-encryption keys: `KEK_` and the id of each. */
export const KEK_PREFIX = "KEK_";

/** The names of the variables that hold a key-encryption key. */
export function listKekNames(env: Environment): string[] {
  return Object.keys(env).filter(
    (name) => name.startsWith(KEK_PREFIX) && name !== "KEK_CURRENT" && readVar(env, name),
  );
}

/** The process's environment as it is now, including what Next loaded from `.env*` files. */
export function currentEnv(): Environment {
  return process.env;
}

/**
 * The environment as the shell gave it, before Next read `.env.local` into `process.env`.
 * Source: `@next/env` keeps this copy when it loads the files (`initialEnv`).
 */
export function shellEnv(): Environment {
  return nextEnv.initialEnv ?? process.env;
}

/** Takes a variable out of this process, so that no library reads it as something that it is not. */
export function forgetVar(name: string): void {
  delete process.env[name];
}

/** One variable, trimmed; `undefined` when it is unset or empty. */
export function readVar(env: Environment, name: string): string | undefined {
  return env[name]?.trim() || undefined;
}
