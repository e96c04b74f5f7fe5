import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FakeFrontendApi, startFakeFrontendApi } from "../clerk/fake-frontend-api";
import { listRefusedRequests } from "../clerk/refused-requests";
import { cookieHeader, sessionCookies } from "../clerk/session-cookies";
import { mintSessionToken } from "../clerk/test-instance";
import { dumpDatabase } from "../world/database/dump-database";
import { scaled } from "../world/scale";
import { listUserRoutes } from "../world/servers/api-routes";
import { readProblem } from "../world/servers/read-problem";
import { type Production, saveKeys, startProduction } from "../world/servers/start-production";
import type { Tester } from "../world/tester";

const TOPIC = "Unmistakable caching in Next.js";
const FOREIGN = "https://evil.example";

let clerk: FakeFrontendApi;
let server: Production;
let owner: Tester;
let postId: string;

beforeAll(async () => {
  server = await startProduction(async (_database, applicationUrl) => {
    clerk = await startFakeFrontendApi({ users: [], applicationUrl, browser: false });
    return clerk.applicationEnv;
  });
  owner = server.tester();
  await saveKeys(owner);
  const body = { topic: TOPIC, wordCount: 300 };
  const generated = await owner.call("POST", "/api/blog/generate", body, { prefer: "wait=240" });
  postId = (await generated.json()).id;
});

afterAll(async () => {
  await server.stop();
  await clerk.close();
});

/** A request to the server as it is, without a session of its own. */
function send(method: string, path: string, headers: Record<string, string> = {}) {
  const body = method === "POST" ? JSON.stringify({ ...owner.keys, topic: TOPIC }) : undefined;
  const type = { "content-type": "application/json" };
  const init = { method, redirect: "manual", headers: { ...type, ...headers } } as const;
  return fetch(`${server.url}${path}`, body ? { ...init, body } : init);
}

function openPage(path: string, headers: Record<string, string>) {
  return send("GET", path, { accept: "text/html", "sec-fetch-dest": "document", ...headers });
}

async function expectNothingChanged(work: () => Promise<void>): Promise<void> {
  const before = await dumpDatabase(server.database.sql);
  await work();
  expect(await dumpDatabase(server.database.sql)).toBe(before);
}

/** Each session meets a tenth of the routes, each route a tenth of the sessions; in the proof, all of them. */
const oneInTen = (at: number) => (_: unknown, index: number) => (index + at) % 10 < scaled(10);

const listPages = () => ["/onboarding", "/onboarding/api-keys", "/posts", `/posts/${postId}`];

test("nobody gets anything without a session: no route, no page", async () => {
  await expectNothingChanged(async () => {
    for (const [at, { method, path }] of listUserRoutes(postId).entries()) {
      // The second goes as far as the route itself: a cookie of that kind may have been a session.
      const answer = await send(method, path, at % 2 ? { cookie: "__other=1" } : {});
      expect.soft(answer.status, `${method} ${path}`).toBe(401);
      expect.soft((await readProblem(answer)).code).toBe("unauthenticated");
    }
    for (const path of listPages()) {
      const answer = await openPage(path, {});
      expect.soft(answer.status, path).toBe(307);
      expect.soft(await answer.text()).not.toContain(TOPIC);
    }
  });
});

test("every forged, expired, foreign or spoofed session is refused, and Clerk is asked about none", async () => {
  const refused = await listRefusedRequests({ userId: owner.userId, azp: server.url });
  expect(refused.length).toBeGreaterThan(25);
  await expectNothingChanged(async () => {
    for (const [at, { name, headers }] of refused.entries()) {
      for (const { method, path } of listUserRoutes(postId).filter(oneInTen(at))) {
        const answer = await send(method, path, { ...headers, origin: server.url });
        expect.soft(answer.status, `${name}: ${method} ${path}`).toBe(401);
        await answer.body?.cancel();
      }
      for (const path of listPages()) {
        const answer = await openPage(path, headers);
        expect.soft([307, 401], `${name}: ${path}`).toContain(answer.status);
        expect.soft(await answer.text(), `${name}: ${path}`).not.toContain(TOPIC);
      }
    }
  });
  expect(clerk.backendRequests).toEqual([]);
});

test("a session cookie opens pages and routes; a change needs the site's own origin", async () => {
  const cookie = cookieHeader(await sessionCookies(owner.userId, server.url));
  const list = await send("GET", "/api/blog/posts", { cookie });
  expect(await list.json()).toMatchObject({ posts: [{ id: postId }] });
  const page = await openPage(`/posts/${postId}`, { cookie });
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining(TOPIC)]);

  const foreign: Record<string, string>[] = [
    { origin: FOREIGN },
    { origin: "null" },
    { origin: "http://localhost:1" },
    { origin: `${server.url}.evil.example` },
    { origin: FOREIGN, "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    {},
  ];
  const changes = listUserRoutes(postId).filter(({ method }) => method !== "GET");
  await expectNothingChanged(async () => {
    for (const [at, headers] of foreign.entries()) {
      for (const { method, path } of changes.filter(oneInTen(at))) {
        const answer = await send(method, path, { cookie, ...headers });
        const code = (await readProblem(answer)).code;
        expect.soft({ method, path, headers, code }).toMatchObject({ code: "origin_refused" });
      }
    }
  });

  const own = await send("DELETE", "/api/onboarding/api-keys/gemini", {
    cookie,
    origin: server.url,
  });
  expect(own.status).toBe(204);
  const fetched = await send("DELETE", "/api/onboarding/api-keys/exa", {
    cookie,
    "sec-fetch-site": "same-origin",
  });
  expect(fetched.status).toBe(204);
});

test("a Bearer token needs no origin, a foreign one is refused, and a bad token is not saved by a good cookie", async () => {
  const tester = server.tester();
  const token = await mintSessionToken({ userId: tester.userId, azp: server.url });
  const bearer = { authorization: `Bearer ${token}` };
  const ask = async (headers: Record<string, string>) =>
    (await readProblem(await send("POST", `/api/blog/posts/${randomUUID()}/cancel`, headers))).code;
  expect(await ask(bearer)).toBe("not_found");
  expect(await ask({ ...bearer, origin: server.url })).toBe("not_found");
  expect(await ask({ ...bearer, origin: FOREIGN })).toBe("origin_refused");

  const cookie = cookieHeader(await sessionCookies(owner.userId, server.url));
  const forged = `${token.slice(0, token.lastIndexOf("."))}.${"A".repeat(342)}`;
  await expectNothingChanged(async () => {
    for (const authorization of [`Bearer ${forged}`, "Bearer x", "Basic eDp5", "Bearer "]) {
      const headers = { cookie, authorization, origin: FOREIGN };
      const answer = await send("POST", `/api/blog/posts/${postId}/cancel`, headers);
      expect.soft(answer.status, authorization).toBe(401);
    }
  });
  expect(clerk.backendRequests).toEqual([]);
});
