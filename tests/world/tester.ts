import { randomUUID } from "node:crypto";
import { mintSessionToken } from "../clerk/test-instance";

/** One person with keys of their own. The sandbox knows a key by its fingerprint. */
export type Tester = {
  userId: string;
  keys: { gemini: string; exa: string };
  /** Calls the API as this tester with a Bearer token. */
  call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Response>;
};

/**
 * A tester of a production server.
 *
 * @param scenario what the sandbox does with their keys, such as `ok` or `quota-day`.
 */
export function createTester(origin: string, scenario = "ok"): Tester {
  const userId = `user_${randomUUID().replaceAll("-", "")}`;
  const keys = { gemini: `${scenario}-g-${randomUUID()}`, exa: `ok-e-${randomUUID()}` };
  return {
    userId,
    keys,
    call: async (method, path, body, headers = {}) => {
      const token = await mintSessionToken({ userId, azp: origin, expiresInSeconds: 600 });
      return fetch(`${origin}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
    },
  };
}
