import "server-only";
import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { currentEnv, readVar } from "../../env";
import { decideMode } from "../../mode";
import { openBytes, sealBytes } from "./envelope";

/** A wrapped data key and the key-encryption key (KEK) that wrapped it. */
export type WrappedKey = { wrapped: Uint8Array; kekId: string; kekVersion: number };

/** The port to whatever holds the KEKs. A cloud KMS would be one more implementation. */
export type KeyRing = {
  /** Id of the KEK that new data keys are wrapped with. */
  currentVersion: () => string;
  wrap: (dataKey: Uint8Array, context: string[]) => Promise<WrappedKey>;
  /** @throws when the KEK is gone, or the bytes or the context were changed. */
  unwrap: (wrapped: WrappedKey, context: string[]) => Promise<Uint8Array>;
};

/** The ring does not hold the KEK that something was wrapped with. */
export class MissingKekError extends Error {
  constructor(id: string) {
    super(`KEK_${id} is missing or is not 32 bytes in base64url.`);
    this.name = "MissingKekError";
  }
}

/** The key ring in the environment: `KEK_CURRENT=k2`, `KEK_k1=…`, `KEK_k2=…`, 32 bytes in base64url each. */
export function openKeyRing(): KeyRing {
  const { currentId, findKek } = readKeks();
  return {
    currentVersion: () => currentId,
    wrap: async (dataKey, context) => ({
      wrapped: await sealBytes(findKek(currentId), dataKey, [...context, currentId]),
      kekId: currentId,
      kekVersion: 1,
    }),
    unwrap: async ({ wrapped, kekId }, context) =>
      openBytes(findKek(kekId), wrapped, [...context, kekId]),
  };
}

type Keks = { currentId: string; findKek: (id: string) => Uint8Array };

function readKeks(): Keks {
  const env = currentEnv();
  const currentId = readVar(env, "KEK_CURRENT");
  if (!currentId) return readDevelopmentKek();
  return { currentId, findKek: (id) => decodeKek(id, readVar(env, `KEK_${id}`)) };
}

/** In development a KEK is generated on first use and kept beside the embedded database. */
function readDevelopmentKek(): Keks {
  const decision = decideMode(currentEnv());
  if (!decision.ok || decision.mode !== "development")
    throw new Error("KEK_CURRENT is not set: see .env.local.example.");
  const file = path.join(process.cwd(), ".data", "kek");
  mkdirSync(path.dirname(file), { recursive: true });
  if (!existsSync(file)) createOnce(file);
  return { currentId: "development", findKek: (id) => decodeKek(id, readFileSync(file, "utf8")) };
}

/** Written beside and linked into place, so that nobody reads half of it and the first one wins. */
function createOnce(file: string): void {
  const draft = `${file}.${process.pid}-${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, randomBytes(32).toString("base64url"), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft);
  }
}

function decodeKek(id: string, encoded = ""): Uint8Array {
  const bytes = Buffer.from(encoded, "base64url");
  if (bytes.length !== 32) throw new MissingKekError(id);
  return bytes;
}
