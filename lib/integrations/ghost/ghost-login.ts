import "server-only";
import { SignJWT } from "jose";
import type { Secret } from "../../secret";

export const GHOST_API = "/ghost/api/admin";
export const GHOST_VERSION = { "accept-version": "v5.0" };
const KEY = /^([0-9a-f]{24}):((?:[0-9a-f]{2}){32})$/;

/**
 * The headers of a request that an Admin API key allows; null when the secret is no such key.
 * Source: docs.ghost.org/admin-api, "Token authentication".
 */
export async function authorize(secret: Secret): Promise<Record<string, string> | null> {
  const [, id, key] = KEY.exec(secret.open()) ?? [];
  if (!id || !key) return null;
  return { ...GHOST_VERSION, authorization: `Ghost ${await signToken(id, key)}` };
}

/** A token of five minutes, signed with the second half of the key, which never travels. */
function signToken(id: string, secret: string): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: "HS256", typ: "JWT", kid: id })
    .setIssuedAt()
    .setExpirationTime("5m")
    .setAudience("/admin/")
    .sign(Buffer.from(secret, "hex"));
}
