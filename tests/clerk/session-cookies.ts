import { mintSessionToken, testInstance } from "./test-instance";

export interface SessionCookie {
  name: string;
  value: string;
  url: string;
}

/** `__session` and `__client_uat`, each plain and suffixed: what a browser holds after sign-in. */
export function cookiesForToken(token: string, clientUpdatedAt: number): Record<string, string> {
  const suffix = testInstance.cookieSuffix;
  return {
    __session: token,
    [`__session_${suffix}`]: token,
    __client_uat: String(clientUpdatedAt),
    [`__client_uat_${suffix}`]: String(clientUpdatedAt),
  };
}

/**
 * Cookies for Playwright's `context.addCookies()`. Valid for an hour, and good for pages the server
 * renders; clerk-js knows nothing of them, so a page that uses it must sign in through the fake.
 */
export async function sessionCookies(userId: string, origin: string): Promise<SessionCookie[]> {
  const token = await mintSessionToken({ userId, azp: origin, expiresInSeconds: 3600 });
  const cookies = cookiesForToken(token, Math.floor(Date.now() / 1000) - 60);
  return Object.entries(cookies).map(([name, value]) => ({ name, value, url: origin }));
}

/** The same cookies as one `Cookie` header for `fetch`. */
export function cookieHeader(cookies: readonly SessionCookie[]): string {
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}
