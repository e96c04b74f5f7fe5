import "server-only";
import { createHash } from "node:crypto";
import { FIRST_FINGERPRINT } from "./name-key";

/**
 * Stands for the version of a key that no table numbers, one of the shell or of `.env.local`: 30 bits of
 * its hash, above all that a table counts, and within what a column of the ledger holds.
 */
export function fingerprintKey(value: string): number {
  const hash = createHash("sha256").update(value).digest().readUInt32BE(0);
  return FIRST_FINGERPRINT + (hash >>> 2);
}
