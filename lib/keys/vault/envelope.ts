import "server-only";
import { base64url, type CryptoKey, FlattenedEncrypt, flattenedDecrypt } from "jose";

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
 * @param key 32 bytes, or the same imported for AES-GCM, which is quicker when it is used often.
 * @param context what the value is bound to; becomes the additional authenticated data as JSON.
 */
export async function sealBytes(
  key: Uint8Array | CryptoKey,
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
 * Opens what `sealBytes` made.
 *
 * @throws when the format is unknown, or a bit of the value, the key or the context differs.
 */
export async function openBytes(
  key: Uint8Array | CryptoKey,
  sealed: Uint8Array,
  context: unknown[],
): Promise<Uint8Array> {
  if (sealed[0] !== FORMAT || sealed.length <= 1 + IV_BYTES + TAG_BYTES)
    throw new Error("The sealed value is not of a known format.");
  const tagStart = 1 + IV_BYTES;
  const jwe = {
    protected: PROTECTED,
    iv: base64url.encode(sealed.subarray(1, tagStart)),
    tag: base64url.encode(sealed.subarray(tagStart, tagStart + TAG_BYTES)),
    ciphertext: base64url.encode(sealed.subarray(tagStart + TAG_BYTES)),
    aad: base64url.encode(encodeContext(context)),
  };
  const { plaintext } = await flattenedDecrypt(jwe, key, {
    keyManagementAlgorithms: ["dir"],
    contentEncryptionAlgorithms: ["A256GCM"],
  });
  return plaintext;
}

function encodeContext(context: unknown[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(context));
}
