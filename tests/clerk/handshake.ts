import { SignJWT } from "jose";
import { tokenResource } from "./frontend-api-resources";
import type { FakeClient } from "./frontend-api-state";
import { cookiesForToken } from "./session-cookies";
import { TEST_KEY_ID, testInstance } from "./test-instance";

async function cookieDirectives(client: FakeClient | null, origin: string): Promise<string[]> {
  const session = client?.sessions.at(-1);
  const token = session ? (await tokenResource(session, origin)).jwt : "";
  const clientUpdatedAt = session && client ? Math.floor(client.updatedAt / 1000) : 0;
  const cookies = Object.entries(cookiesForToken(token, clientUpdatedAt));
  const directives = cookies.map(([name, value]) => {
    const life = value === "" ? "; Max-Age=0" : "";
    return `${name}=${value}; Path=/; SameSite=Lax${life}`;
  });
  return [...directives, "__clerk_handshake=; Path=/; Max-Age=0"];
}

/**
 * A signed list of cookies that the application's server sets in answer to a handshake: how a page
 * is rendered for a signed-in user whose one-minute token ran out while the tab was closed.
 */
export async function mintHandshakeToken(client: FakeClient | null, redirectUrl: string) {
  const handshake = await cookieDirectives(client, new URL(redirectUrl).origin);
  return new SignJWT({ handshake })
    .setProtectedHeader({ alg: "RS256", kid: TEST_KEY_ID, typ: "JWT" })
    .sign(testInstance.privateKey);
}
