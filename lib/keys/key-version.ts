import { createHash } from "node:crypto";

/** Versions from here on are fingerprints: no key is saved as often. */
const FIRST_FINGERPRINT = 2 ** 30;

/**
 * Stands for the version of a key that no table numbers, one of the shell or of `.env.local`: 30 bits of
 * its hash, above all that a table counts, and within what a column of the ledger holds.
 */
export function fingerprintKey(value: string): number {
  const hash = createHash("sha256").update(value).digest().readUInt32BE(0);
  return FIRST_FINGERPRINT + (hash >>> 2);
}

/** What people call a key by its version: "Gemini key, version 2". */
export function nameKey(provider: string, version: number | null): string {
  if (version === null) return `${provider} key`;
  if (version >= FIRST_FINGERPRINT) return `${provider} key of .env.local or the shell`;
  return `${provider} key, version ${version}`;
}
