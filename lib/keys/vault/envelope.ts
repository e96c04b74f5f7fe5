import "server-only";
import { createDecipheriv } from "node:crypto";
import { base64url, FlattenedEncrypt } from "jose";

/** First byte of the stored form: a JWE, `dir` with A256GCM, this protected header, bound data supplied. */
const FORMAT = 1;
const HEADER = { alg: "dir", enc: "A256GCM" } as const;
const PROTECTED = base64url.encode(JSON.stringify(HEADER));
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals bytes as a JWE (RFC 7516) and returns its decoded members: format, IV, tag, ciphertext.
 * The additional authenticated data is not stored: it is supplied again from the row when opening,
 * so that a value moved to another row does not open there. Decoded bytes are stored because the
 * last character of base64url is malleable.
 *
 * @param key 32 bytes.
 * @param context what the value is bound to; becomes the additional authenticated data as JSON.
 */
export async function sealBytes(
  key: Uint8Array,
  plain: Uint8Array,
  context: unknown[],
): Promise<Uint8Array> {
  const jwe = await new FlattenedEncrypt(plain)
    .setProtectedHeader(HEADER)
    .setAdditionalAuthenticatedData(encodeContext(context))
    .encrypt(key);
  if (jwe.protected !== PROTECTED) throw new Error("The JWE header is not the one of format 1.");
  const members = [jwe.iv, jwe.tag, jwe.ciphertext].map((member) => base64url.decode(member ?? ""));
  return Buffer.concat([Uint8Array.of(FORMAT), ...members]);
}

/**
 * Opens what `sealBytes` made. Keys are opened for every call of a provider, and a JWE library takes
 * five times as long for it: what it would be given is put together here (RFC 7516, 5.2, step 15).
 *
 * @throws when the format is unknown, or a bit of the value, the key or the context differs.
 */
export async function openBytes(
  key: Uint8Array,
  sealed: Uint8Array,
  context: unknown[],
): Promise<Uint8Array> {
  if (sealed[0] !== FORMAT || sealed.length <= 1 + IV_BYTES + TAG_BYTES)
    throw new Error("The sealed value is not of a known format.");
  const tagStart = 1 + IV_BYTES;
  const tagEnd = tagStart + TAG_BYTES;
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(1, tagStart), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(`${PROTECTED}.${base64url.encode(encodeContext(context))}`));
  decipher.setAuthTag(sealed.subarray(tagStart, tagEnd));
  return Buffer.concat([decipher.update(sealed.subarray(tagEnd)), decipher.final()]);
}

function encodeContext(context: unknown[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(context));
}
