import { createHmac, generateKeyPairSync } from "node:crypto";
import { SignJWT } from "jose";
import { cookiesForToken } from "./session-cookies";
import { mintSessionToken, sessionClaims, TEST_KEY_ID, testInstance } from "./test-instance";

export interface RefusedRequest {
  /** What is wrong with it, for the test's name. */
  name: string;
  headers: Record<string, string>;
  /** Clerk would ask its Backend API about this one: the application refuses it before Clerk sees it. */
  isMachineToken: boolean;
}

interface Caller {
  userId: string;
  /** The application's own origin. */
  azp: string;
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

function mintUnsigned(caller: Caller): string {
  return `${encode({ alg: "none", typ: "JWT", kid: TEST_KEY_ID })}.${encode(sessionClaims(caller))}.`;
}

/** The classic confusion: the public key, which everybody may read, used as an HMAC secret. */
function mintWithPublicKeyAsSecret(caller: Caller): string {
  const body = `${encode({ alg: "HS256", typ: "JWT", kid: TEST_KEY_ID })}.${encode(sessionClaims(caller))}`;
  return `${body}.${createHmac("sha256", testInstance.jwtKey).update(body).digest("base64url")}`;
}

function mintWithForeignKey(caller: Caller): Promise<string> {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return new SignJWT(sessionClaims(caller))
    .setProtectedHeader({ alg: "RS256", kid: TEST_KEY_ID, typ: "JWT" })
    .sign(privateKey);
}

async function mintForAnotherSubject(caller: Caller): Promise<string> {
  const [header, , signature] = (await mintSessionToken(caller)).split(".");
  return `${header}.${encode(sessionClaims({ ...caller, userId: "user_somebody_else" }))}.${signature}`;
}

/** A JWT that Clerk takes for an OAuth access token because of its `typ`. */
function mintOAuthToken(caller: Caller): Promise<string> {
  return new SignJWT({ ...sessionClaims(caller), client_id: "client_test", scope: "profile" })
    .setProtectedHeader({ alg: "RS256", kid: TEST_KEY_ID, typ: "at+jwt" })
    .sign(testInstance.privateKey);
}

async function listRefusedSessionTokens(caller: Caller): Promise<Record<string, string>> {
  const { userId, azp } = caller;
  return {
    "an expired token": await mintSessionToken({ ...caller, expiresInSeconds: -60 }),
    "a token that is not valid yet": await mintSessionToken({
      ...caller,
      claims: { nbf: Math.floor(Date.now() / 1000) + 600 },
    }),
    "a token signed with a foreign key": await mintWithForeignKey(caller),
    "a token whose subject was changed after signing": await mintForAnotherSubject(caller),
    "a token for another origin": await mintSessionToken({ userId, azp: "https://evil.example" }),
    "a token for an origin that begins like ours": await mintSessionToken({
      userId,
      azp: `${azp}.evil.example`,
    }),
    "a token without an origin": await mintSessionToken({ userId, azp: undefined }),
    "a session with a pending task": await mintSessionToken({
      ...caller,
      claims: { sts: "pending" },
    }),
    "a token without a signature (alg none)": mintUnsigned(caller),
    "an HS256 token signed with the public key": mintWithPublicKeyAsSecret(caller),
    "something that is no token": "not-a-token",
  };
}

async function listMachineTokens(caller: Caller): Promise<Record<string, string>> {
  return {
    "an API key": "ak_0123456789abcdef0123456789abcdef",
    "an OAuth access token": "oat_0123456789abcdef0123456789abcdef",
    "a machine-to-machine token": "mt_0123456789abcdef0123456789abcdef",
    "an OAuth access token as a JWT": await mintOAuthToken(caller),
    "a machine-to-machine token as a JWT": await mintSessionToken({
      ...caller,
      userId: "mch_0123456789abcdef",
    }),
  };
}

/** The headers Clerk's middleware uses to tell the application who is signed in. */
async function listSpoofedHeaders(caller: Caller): Promise<Record<string, string>> {
  const token = await mintSessionToken({ ...caller, azp: "https://evil.example" });
  return {
    "x-clerk-auth-status": "signed-in",
    "x-clerk-auth-token": token,
    "x-clerk-auth-signature": createHmac("sha1", "guess").update(token).digest("hex"),
    "x-clerk-auth-reason": "",
    "x-clerk-auth-message": "",
    "x-clerk-clerk-url": caller.azp,
    "x-clerk-user-id": caller.userId,
  };
}

function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

function cookie(token: string): Record<string, string> {
  const pairs = Object.entries(cookiesForToken(token, Math.floor(Date.now() / 1000) - 3600));
  return { cookie: pairs.map(([name, value]) => `${name}=${value}`).join("; ") };
}

/**
 * Every request that claims to be `userId` and must be treated as signed out. Session tokens come
 * twice, as Bearer and as cookie; machine tokens as Bearer, the only place Clerk reads them from.
 */
export async function listRefusedRequests(caller: Caller): Promise<RefusedRequest[]> {
  const sessions = Object.entries(await listRefusedSessionTokens(caller));
  const machines = Object.entries(await listMachineTokens(caller));
  return [
    ...sessions.flatMap(([name, token]) => [
      { name: `${name}, as Bearer`, headers: bearer(token), isMachineToken: false },
      { name: `${name}, as cookie`, headers: cookie(token), isMachineToken: false },
    ]),
    ...machines.map(([name, token]) => ({ name, headers: bearer(token), isMachineToken: true })),
    {
      name: "spoofed x-clerk-* headers",
      headers: await listSpoofedHeaders(caller),
      isMachineToken: false,
    },
  ];
}
