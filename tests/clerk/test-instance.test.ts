import { createClerkClient, verifyToken } from "@clerk/backend";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FakeFrontendApi, startFakeFrontendApi } from "./fake-frontend-api";
import { listRefusedRequests } from "./refused-requests";
import { cookieHeader, sessionCookies } from "./session-cookies";
import { mintSessionToken, testInstance } from "./test-instance";

const origin = "http://localhost:3000";
const userId = "user_clerk_tester_a";
const options = { jwtKey: testInstance.jwtKey, authorizedParties: [origin] };

let clerk: FakeFrontendApi;

beforeAll(async () => {
  clerk = await startFakeFrontendApi({ users: [], applicationUrl: origin, browser: false });
});

afterAll(() => clerk.close());

/** The user id Clerk takes from a request, as `clerkMiddleware` would. */
async function authenticate(
  headers: Record<string, string>,
  acceptsToken: "any" | "session_token",
) {
  const client = createClerkClient({
    apiUrl: clerk.url,
    secretKey: testInstance.secretKey,
    publishableKey: testInstance.publishableKey,
    telemetry: { disabled: true },
  });
  const request = new Request(`${origin}/api/onboarding/status`, { headers });
  const state = await client.authenticateRequest(request, { ...options, acceptsToken });
  const auth = state.toAuth();
  return auth && "userId" in auth ? auth.userId : null;
}

describe("a session of the test instance", () => {
  it("verifies offline", async () => {
    const token = await mintSessionToken({ userId, azp: origin });
    const claims = await verifyToken(token, options);
    expect(claims).toMatchObject({ sub: userId, azp: origin, v: 2, sts: "active" });
  });

  it("signs in as Bearer and as cookie without asking Clerk", async () => {
    const token = await mintSessionToken({ userId, azp: origin });
    const cookie = cookieHeader(await sessionCookies(userId, origin));
    expect(await authenticate({ authorization: `Bearer ${token}` }, "any")).toBe(userId);
    expect(await authenticate({ cookie }, "any")).toBe(userId);
    expect(clerk.backendRequests).toEqual([]);
  });
});

describe("a request that must be refused", async () => {
  const requests = await listRefusedRequests({ userId, azp: origin });

  it.each(requests)("is signed out: $name", async ({ headers }) => {
    expect(await authenticate(headers, "session_token")).toBeNull();
    expect(clerk.backendRequests).toEqual([]);
  });

  it.each(requests.filter((request) => !request.isMachineToken))(
    "is signed out where any token is accepted: $name",
    async ({ headers }) => {
      expect(await authenticate(headers, "any")).toBeNull();
      expect(clerk.backendRequests).toEqual([]);
    },
  );
});
