import { createClerkClient, verifyToken } from "@clerk/backend";
import { verifyWebhook } from "@clerk/backend/webhooks";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type FakeFrontendApi, startFakeFrontendApi } from "./fake-frontend-api";
import { cookieHeader } from "./session-cookies";
import { signWebhook, WEBHOOK_SIGNING_SECRET } from "./signed-webhook";
import { testInstance } from "./test-instance";

const origin = "http://localhost:3000";
const anna = { id: "user_clerk_tester_a", email: "a@example.com", password: "correct horse a" };
const ben = { id: "user_clerk_tester_b", email: "b@example.com", password: "correct horse b" };

let clerk: FakeFrontendApi;

beforeAll(async () => {
  clerk = await startFakeFrontendApi({
    users: [anna, ben],
    applicationUrl: origin,
    browser: false,
  });
});

afterAll(() => clerk.close());

/** One call as clerk-js makes it. */
function call(path: string, form: Record<string, string> | null, cookie = "") {
  const body = form && new URLSearchParams(form);
  const headers = { origin, cookie };
  return fetch(`${clerk.url}${path}`, { method: form ? "POST" : "GET", headers, body });
}

async function signIn(user: typeof anna) {
  const form = { identifier: user.email, strategy: "password", password: user.password };
  const answer = await call("/v1/client/sign_ins", form);
  const { response, client } = await answer.json();
  const cookie = answer.headers.getSetCookie().map((line) => line.split(";")[0]);
  return { status: response.status, client, cookie: cookie.join("; ") };
}

async function tokenSubject(sessionId: string, cookie: string) {
  const answer = await call(`/v1/client/sessions/${sessionId}/tokens`, {}, cookie);
  if (!answer.ok) return null;
  const { jwt } = await answer.json();
  const options = { jwtKey: testInstance.jwtKey, authorizedParties: [origin] };
  return (await verifyToken(jwt, options)).sub;
}

it("keeps two browsers apart, from sign-in to sign-out", async () => {
  const first = await signIn(anna);
  const second = await signIn(ben);
  const firstSession = first.client.last_active_session_id;
  const secondSession = second.client.last_active_session_id;
  expect(first.status).toBe("complete");
  expect(await tokenSubject(firstSession, first.cookie)).toBe(anna.id);
  expect(await tokenSubject(secondSession, second.cookie)).toBe(ben.id);
  expect(await tokenSubject(firstSession, second.cookie)).toBeNull();

  await call("/v1/client/sessions?_method=DELETE", {}, first.cookie);
  expect(await tokenSubject(firstSession, first.cookie)).toBeNull();
  expect(await tokenSubject(secondSession, second.cookie)).toBe(ben.id);
});

it("refuses a wrong password and an unknown address", async () => {
  expect((await call("/v1/client/sign_ins", { identifier: "nobody@example.com" })).status).toBe(
    422,
  );
  const wrong = { identifier: anna.email, strategy: "password", password: "wrong" };
  expect((await call("/v1/client/sign_ins", wrong)).status).toBe(422);
});

it("ends every session of a user the application deletes, and announces it by webhook", async () => {
  const cookie = cookieHeader(await clerk.signIn(ben.id));
  const { response } = await (await call("/v1/client", null, cookie)).json();
  const sessionId = response.last_active_session_id;
  expect(await tokenSubject(sessionId, cookie)).toBe(ben.id);

  const { secretKey } = testInstance;
  await createClerkClient({ apiUrl: clerk.url, secretKey }).users.deleteUser(ben.id);
  expect(clerk.backendRequests).toEqual([`DELETE /v1/users/${ben.id}`]);
  expect(await tokenSubject(sessionId, cookie)).toBeNull();

  const { headers, body } = signWebhook("user.deleted", { id: ben.id, deleted: true });
  const request = new Request(origin, { method: "POST", headers, body });
  const event = await verifyWebhook(request, { signingSecret: WEBHOOK_SIGNING_SECRET });
  expect(event).toMatchObject({ type: "user.deleted", data: { id: ben.id } });
});
