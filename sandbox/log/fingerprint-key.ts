import { createHash } from "node:crypto";

/** First 16 hex digits of the key's SHA-256: tells keys apart without being one. */
export function fingerprintKey(key: string): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 16);
}
