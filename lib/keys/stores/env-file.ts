import "server-only";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "dotenv";
import pLimit from "p-limit";
import writeFileAtomic from "write-file-atomic";
import { currentEnv, readVar, shellEnv } from "../../env";
import { decideMode } from "../../mode";
import { shareInProcess } from "../../process/share-in-process";
import { getProvider } from "../../providers/registry";
import { PROVIDER_IDS, type ProviderId } from "../../providers/schema";
import { Secret } from "../../secret";
import { type EnvChanges, editEnvText } from "./edit-env-text";
import type { ApiKeys, KeyStore } from "./key-store";

/** One writer at a time in this process, whichever bundle it comes from. */
const takeTurn = shareInProcess("env-file-turn", () => pLimit(1));

/**
 * The store of development mode: keys in `.env.local`, for the one local developer. A variable of
 * the shell wins over the file. Read on every call, since `process.env` is stale after a write.
 *
 * @param file path of the file; created with mode 0600 when it is missing.
 */
export function openEnvFileStore(file = path.join(process.cwd(), ".env.local")): KeyStore {
  return {
    list: async () => listMasked(await readKeys(file)),
    resolve: () => readKeys(file),
    save: (_user, keys) => {
      const changes = keys.flatMap(({ provider, secret }) =>
        getProvider(provider).envNames.map((name) => [name, secret.open()] as const),
      );
      return change(file, Object.fromEntries(changes));
    },
    delete: async (_user, provider) => {
      const existed = (await readKeys(file))[provider] !== undefined;
      const { envNames } = getProvider(provider);
      await change(file, Object.fromEntries(envNames.map((name) => [name, null])));
      return existed;
    },
  };
}

async function readKeys(file: string): Promise<ApiKeys> {
  const inFile = parse(await readText(file));
  const found = PROVIDER_IDS.flatMap((provider) => {
    const names = getProvider(provider).envNames;
    const value = firstSet(names, shellEnv()) ?? firstSet(names, inFile);
    return value ? [[provider, { ok: true, secret: new Secret(provider, value) }] as const] : [];
  });
  return Object.fromEntries(found);
}

function firstSet(
  names: readonly string[],
  env: Record<string, string | undefined>,
): string | undefined {
  return names.map((name) => readVar(env, name)).find((value) => value !== undefined);
}

function listMasked(keys: ApiKeys) {
  return PROVIDER_IDS.flatMap((provider: ProviderId) => {
    const key = keys[provider];
    if (!key?.ok) return [];
    const times = { checkedAt: null, savedAt: null, lastUsedAt: null };
    return [{ provider, masked: key.secret.mask(), status: "unknown" as const, ...times }];
  });
}

function change(file: string, changes: EnvChanges): Promise<void> {
  requireDevelopment();
  return takeTurn(async () => {
    const text = editEnvText(await readText(file), changes);
    await writeFileAtomic(file, text, { mode: 0o600, encoding: "utf8" });
  });
}

function requireDevelopment(): void {
  const decision = decideMode(currentEnv());
  if (!decision.ok || decision.mode !== "development")
    throw new Error("Keys are written to .env.local in development only.");
}

async function readText(file: string): Promise<string> {
  return existsSync(file) ? readFile(file, "utf8") : "";
}
