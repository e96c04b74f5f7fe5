import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import { type JWTPayload, SignJWT } from "jose";

/**
 * A Clerk production instance of our own: its tokens verify offline against `jwtKey`.
 * The host is in `.test`, which no resolver answers, so a call that should not happen fails.
 */
const FRONTEND_API_HOST = "clerk.alwrity.test";
export const TEST_KEY_ID = "ins_alwrity_test";

export interface SessionTokenRequest {
  userId: string;
  /** Origin of the application, e.g. `http://localhost:3000`. `undefined` leaves the claim out. */
  azp: string | undefined;
  /** Life of the token; Clerk's own is 60 seconds. Negative: already expired. */
  expiresInSeconds?: number;
  sessionId?: string;
  /** Added last, so any claim can be replaced. */
  claims?: JWTPayload;
}

/** The PEM comes from the environment where several processes must share one instance. */
function loadPrivateKeyPem(): string {
  const shared = process.env.CLERK_TEST_PRIVATE_KEY;
  if (shared) return Buffer.from(shared, "base64url").toString("utf8");
  return generateKeyPairSync("rsa", { modulusLength: 2048 })
    .privateKey.export({ type: "pkcs8", format: "pem" })
    .toString();
}

const privateKeyPem = loadPrivateKeyPem();
const privateKey = createPrivateKey(privateKeyPem);

/** `pk_live_`: with `pk_test_` every page without a development cookie redirects to a handshake. */
const publishableKey = `pk_live_${Buffer.from(`${FRONTEND_API_HOST}$`).toString("base64")}`;

export const testInstance = {
  issuer: `https://${FRONTEND_API_HOST}`,
  publishableKey,
  secretKey: "sk_live_alwrity_test_instance_0000000000000000",
  jwtKey: createPublicKey(privateKeyPem).export({ type: "spki", format: "pem" }).toString(),
  privateKey,
  /** Clerk's rule (`getCookieSuffix` in @clerk/shared): 8 characters of the key's SHA-1. */
  cookieSuffix: createHash("sha1").update(publishableKey).digest("base64url").slice(0, 8),
  /** Hand this to child processes that must mint tokens for the same instance. */
  sharedEnv: { CLERK_TEST_PRIVATE_KEY: Buffer.from(privateKeyPem).toString("base64url") },
} as const;

/** The claims of a version 2 session token, issued now. Times are in whole seconds. */
export function sessionClaims(request: SessionTokenRequest): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  const lifetime = request.expiresInSeconds ?? 60;
  const issuedAt = lifetime < 0 ? now + lifetime - 60 : now;
  return {
    iss: testInstance.issuer,
    sub: request.userId,
    sid: request.sessionId ?? `sess_${request.userId}`,
    ...(request.azp === undefined ? {} : { azp: request.azp }),
    iat: issuedAt,
    nbf: issuedAt - 10,
    exp: now + lifetime,
    v: 2,
    sts: "active",
    fva: [0, -1],
    ...request.claims,
  };
}

/** A session token as Clerk would issue it: RS256 over {@link sessionClaims}. */
export function mintSessionToken(request: SessionTokenRequest): Promise<string> {
  return new SignJWT(sessionClaims(request))
    .setProtectedHeader({ alg: "RS256", kid: TEST_KEY_ID, typ: "JWT" })
    .sign(privateKey);
}
