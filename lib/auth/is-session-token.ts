import { z } from "zod";

const header = z.object({ typ: z.literal("JWT") });
const claims = z.object({ sub: z.string().refine((sub) => !sub.startsWith("mch_")) });

/**
 * True when an `Authorization` header holds what may be a session token: a JWT of a user. Clerk asks
 * its Backend API about any other kind (`ak_…`, `oat_…`, `mt_…`), so those never reach it.
 * This looks at the form only; the signature is verified by Clerk.
 */
export function isSessionToken(authorization: string): boolean {
  const parts = /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]+$/.exec(authorization);
  if (!parts) return false;
  return header.safeParse(decode(parts[1])).success && claims.safeParse(decode(parts[2])).success;
}

function decode(part = ""): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}
