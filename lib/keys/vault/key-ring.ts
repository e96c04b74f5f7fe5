import "server-only";
import { currentEnv, KEK_PREFIX, listKekNames, readVar } from "../../env";
import { readDevelopmentKek } from "./keks/development-kek";
import type { Kek } from "./keks/kek";
import { openKek } from "./keks/open-kek";

/** A wrapped data key and the key-encryption key (KEK) that wrapped it. */
export type WrappedKey = { wrapped: Uint8Array; kekId: string; kekVersion: number };

/** The port to whatever holds the KEKs. */
export type KeyRing = {
  /** Id of the KEK that new data keys are wrapped with. */
  currentVersion: () => string;
  /** Ids of all KEKs of the ring. */
  versions: () => string[];
  wrap: (dataKey: Uint8Array, context: string[]) => Promise<WrappedKey>;
  /**
   * @throws MissingKekError when the KEK is gone, AppError `vault_unavailable` when it cannot be asked;
   *   any other error when the bytes or the context were changed.
   */
  unwrap: (wrapped: WrappedKey, context: string[]) => Promise<Uint8Array>;
};

/**
 * The key ring of the environment: `KEK_CURRENT=k2`, `KEK_k1=…`, `KEK_k2=…`. Each KEK is 32 bytes in
 * base64url or the ARN of a key in AWS KMS; old and new ones may be of different kinds.
 */
export function openKeyRing(): KeyRing {
  const { currentId, ids, open } = readKeks();
  const opened = new Map<string, Kek>();
  const findKek = (id: string) => {
    const kek = opened.get(id) ?? open(id);
    opened.set(id, kek);
    return kek;
  };
  return {
    currentVersion: () => currentId,
    versions: () => ids,
    wrap: async (dataKey, context) => ({
      wrapped: await findKek(currentId).wrap(dataKey, context),
      kekId: currentId,
      kekVersion: 1,
    }),
    unwrap: async ({ wrapped, kekId }, context) => findKek(kekId).unwrap(wrapped, context),
  };
}

type Keks = { currentId: string; ids: string[]; open: (id: string) => Kek };
const DEVELOPMENT = "development";

function readKeks(): Keks {
  const env = currentEnv();
  const currentId = readVar(env, "KEK_CURRENT");
  if (!currentId) {
    const open = (id: string) => openKek(id, readDevelopmentKek());
    return { currentId: DEVELOPMENT, ids: [DEVELOPMENT], open };
  }
  const ids = listKekNames(env).map((name) => name.slice(KEK_PREFIX.length));
  return { currentId, ids, open: (id) => openKek(id, readVar(env, KEK_PREFIX + id)) };
}
