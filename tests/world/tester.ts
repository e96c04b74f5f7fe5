import { randomUUID } from "node:crypto";
import { mintSessionToken } from "../clerk/test-instance";

/** One person with keys of their own. The sandbox knows a key by its fingerprint. */
export type Tester = {
  userId: string;
  keys: { gemini: string; exa: string };
  /** Calls the API as this tester with a Bearer token. */
  call: Call;
  /** The same at another server on the same database. */
  callAt: (url: string) => Call;
};
type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
  signal?: AbortSignal,
) => Promise<Response>;

/**
 * A tester of a production server.
 *
 * @param scenario what the sandbox does with their keys, such as `ok` or `quota-day`.
 */
export function createTester(origin: string, scenario = "ok"): Tester {
  const userId = `user_${randomUUID().replaceAll("-", "")}`;
  const keys = { gemini: `${scenario}-g-${randomUUID()}`, exa: `ok-e-${randomUUID()}` };
  const callAt =
    (url: string): Call =>
    async (method, path, body, headers = {}, signal) => {
      const token = await mintSessionToken({ userId, azp: origin, expiresInSeconds: 600 });
      return fetch(`${url}${path}`, {
        method,
        ...(signal ? { signal } : {}),
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
    };
  return { userId, keys, call: callAt(origin), callAt };
}
