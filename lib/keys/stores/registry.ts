import "server-only";
import type { Mode } from "../../mode";
import { openDatabaseStore } from "./database";
import { openEnvFileStore } from "./env-file";
import type { KeyStore } from "./key-store";

/** The store that keys are read from, and all those that are written, in this order. */
export type ModeStores = { read: KeyStore; write: readonly KeyStore[]; history: KeyStore };

/** Which stores a mode uses. Production knows no env file. */
const STORES = {
  development: () => {
    const [database, envFile] = [openDatabaseStore(), openEnvFileStore()];
    return { read: envFile, write: [database, envFile], history: database };
  },
  production: () => {
    const database = openDatabaseStore();
    return { read: database, write: [database], history: database };
  },
} satisfies Record<Mode, () => ModeStores>;

/** The stores of a mode. */
export function openStores(mode: Mode): ModeStores {
  return STORES[mode]();
}
