import "server-only";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { parse } from "dotenv";
import pLimit from "p-limit";
import writeFileAtomic from "write-file-atomic";
import { currentEnv, readVar, shellEnv } from "../../env";
import { decideMode } from "../../mode";
import { localFile } from "../../process/local-file";
import { shareInProcess } from "../../process/share-in-process";
import { getProvider } from "../../providers/registry";
import { PROVIDER_IDS, type ProviderId } from "../../providers/schema";
import { Secret } from "../../secret";
import { dropInvisible, findInvisible } from "../find-invisible";
import { fingerprintKey } from "../fingerprint-key";
import type { MaskedKey } from "../schema";
import { type EnvChanges, editEnvText } from "./edit-env-text";
import type { KeyStore } from "./key-store";

/** One writer at a time in this process, whichever bundle it comes from. */
const takeTurn = shareInProcess("env-file-turn", () => pLimit(1));

/**
 * The store of development mode: keys in `.env.local`, for the one local developer. A variable of
 * the shell wins over the file. Read on every call, since `process.env` is stale after a write.
 *
 * @param file path of the file; created with mode 0600 when it is missing.
 */
export function openEnvFileStore(file = localFile(".env.local")): KeyStore {
  return {
    list: async () => (await findKeys(file)).map(toMasked),
    resolve: async () => Object.fromEntries((await findKeys(file)).map(toResolved)),
    save: (_user, keys) => {
      const changes = keys.flatMap(({ provider, secret }) =>
        getProvider(provider).envNames.map((name) => [name, secret.open()] as const),
      );
      return change(file, Object.fromEntries(changes));
    },
    delete: async (_user, provider) => {
      const existed = (await findKeys(file)).some((key) => key.provider === provider);
      const { envNames } = getProvider(provider);
      await change(file, Object.fromEntries(envNames.map((name) => [name, null])));
      return existed;
    },
  };
}

type FoundKey = {
  provider: ProviderId;
  secret: Secret;
  source: "shell" | "file";
  /** Every variable that is set for it; the first gives its value. */
  names: string[];
};

async function findKeys(file: string): Promise<FoundKey[]> {
  const inFile = parse(await readText(file));
  return PROVIDER_IDS.flatMap((provider) => {
    const inShell = firstSet(provider, shellEnv(), "shell");
    return inShell ?? firstSet(provider, inFile, "file") ?? [];
  });
}

/** Keys with characters that nobody sees, which are read without them: their variables, codes and places. */
export async function listInvisible(file = localFile(".env.local")) {
  const inFile = parse(await readText(file));
  return PROVIDER_IDS.flatMap((provider) =>
    getProvider(provider).envNames.flatMap((variable) => {
      const found = findInvisible(readVar(shellEnv(), variable) ?? readVar(inFile, variable) ?? "");
      return found ? [{ variable, ...found }] : [];
    }),
  );
}

function firstSet(
  provider: ProviderId,
  env: Record<string, string | undefined>,
  source: FoundKey["source"],
): FoundKey | undefined {
  const names = getProvider(provider).envNames.filter((one) => readVar(env, one));
  const value = names[0] && dropInvisible(readVar(env, names[0]) ?? "");
  if (!value) return undefined;
  return { provider, secret: new Secret(provider, value, fingerprintKey(value)), source, names };
}

function toResolved({ provider, secret }: FoundKey) {
  return [provider, { ok: true, secret }] as const;
}

function toMasked({ provider, secret, source, names }: FoundKey): MaskedKey {
  const times = { checkedAt: null, savedAt: null, lastUsedAt: null };
  return {
    provider,
    masked: secret.mask(),
    status: "unknown",
    problem: null,
    version: secret.version,
    source,
    variable: source === "shell" ? names.join(" and ") : null,
    ...times,
  };
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
