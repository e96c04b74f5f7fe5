import { createHash } from "node:crypto";

/** A number from 0 up to 1 that depends on the text only: variety without chance. */
export function hashText(text: string): number {
  return createHash("sha1").update(text).digest().readUInt32BE(0) / 2 ** 32;
}

/** An id of 22 characters that depends on the text only. */
export function hashId(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}
