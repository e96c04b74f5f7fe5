import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dumpDatabase } from "../world/database/dump-database";
import { API_ROUTES, findRoutes } from "../world/servers/api-routes";
import { badGenerateBodies, badKeyBodies, malformedBodies } from "../world/servers/bad-bodies";
import { readProblem } from "../world/servers/read-problem";
import { readSandboxLog } from "../world/servers/sandbox-log";
import { type Production, saveKeys, startProduction } from "../world/servers/start-production";
import type { Tester } from "../world/tester";

const TOPIC = { topic: "Caching in Next.js", wordCount: 300 };
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const POST_ROUTES = [
  "/api/blog/posts/[id]",
  "/api/blog/posts/[id]/cancel",
  "/api/blog/posts/[id]/events",
] as const;

let server: Production;
let owner: Tester;
let postId: string;

beforeAll(async () => {
  server = await startProduction();
  owner = await createReadyTester();
  const generated = await owner.call("POST", "/api/blog/generate", TOPIC, { prefer: "wait=240" });
  postId = (await generated.json()).id;
});

afterAll(() => server.stop());

/** A tester whose keys are saved: a bad request that slipped through would start something. */
async function createReadyTester(): Promise<Tester> {
  const tester = server.tester();
  await saveKeys(tester);
  return tester;
}

/** Runs `work` and proves that it changed no row and made no provider's request with these keys. */
async function expectNothingChanged(tester: Tester, work: () => Promise<void>): Promise<void> {
  const { sandboxUrl } = server;
  const count = async () =>
    (await Promise.all(Object.values(tester.keys).map((key) => readSandboxLog(sandboxUrl, key))))
      .map(({ length }) => length)
      .join();
  const before = [await dumpDatabase(server.database.sql), await count()];
  await work();
  expect([await dumpDatabase(server.database.sql), await count()]).toEqual(before);
}

const withIds = (route: string, id: string) => route.replace("[id]", id).replace("[provider]", id);

test("the list of routes is the folder's: a new route cannot be forgotten here", () => {
  expect(Object.keys(API_ROUTES).sort()).toEqual(findRoutes());
});

test.for([
  { path: "/api/onboarding/api-keys", bodies: { ...malformedBodies, ...badKeyBodies } },
  { path: "/api/onboarding/api-keys/check", bodies: { ...malformedBodies, ...badKeyBodies } },
  { path: "/api/blog/study", bodies: malformedBodies },
  { path: "/api/blog/generate", bodies: { ...malformedBodies, ...badGenerateBodies } },
])(
  "POST $path answers every bad body with a problem and changes nothing",
  async ({ path, bodies }) => {
    const tester = await createReadyTester();
    await expectNothingChanged(tester, async () => {
      for (const [name, { status, body }] of Object.entries(bodies)) {
        const answer = await tester.call("POST", path, body());
        const problem = await readProblem(answer).catch((error) => String(error));
        expect.soft({ name, status: answer.status, problem }).toMatchObject({
          name,
          status,
          problem: { code: status === 400 ? "not_json" : status === 413 ? "too_large" : "invalid" },
        });
        if (status === 422)
          expect
            .soft(problem, name)
            .toMatchObject({ fields: expect.arrayContaining([expect.anything()]) });
      }
    });
  },
);

test.for(POST_ROUTES)("%s answers somebody else's id exactly like a missing one", async (route) => {
  const stranger = await createReadyTester();
  const method = API_ROUTES[route][0];
  await expectNothingChanged(stranger, async () => {
    const answers = [];
    for (const id of [postId, randomUUID()]) {
      const answer = await stranger.call(method, withIds(route, id));
      const bytes = await answer.clone().text();
      const { requestId, code } = await readProblem(answer);
      answers.push({ status: answer.status, code, bytes: bytes.replace(requestId, "") });
    }
    expect(answers[0]).toMatchObject({ status: 404, code: "not_found" });
    expect(answers[0]).toEqual(answers[1]);
  });
  expect((await owner.call("GET", `/api/blog/posts/${postId}`)).status).toBe(200);
});

test("a malformed id, an unknown provider and a bad escape are refused on every route", async () => {
  const tester = await createReadyTester();
  const bad = ["1", "%00", "..%2f..%2fhealth", "%27%20OR%201%3D1", "a".repeat(4_000), "__proto__"];
  const routes = [
    ...POST_ROUTES,
    "/api/onboarding/api-keys/[provider]",
    "/api/onboarding/api-keys/[provider]/check",
  ] as const;
  await expectNothingChanged(tester, async () => {
    for (const route of routes) {
      for (const id of [...bad, `${postId}%00`, `${postId}%0a`]) {
        const answer = await tester.call(API_ROUTES[route][0], withIds(route, id));
        const problem = await readProblem(answer).catch((error) => String(error));
        expect.soft({ route, id, problem }).toMatchObject({ problem: { code: "not_found" } });
      }
      const answer = await tester.call(API_ROUTES[route][0], withIds(route, "%E0%A4%A"));
      expect.soft(answer.status, route).toSatisfy((status) => status === 400 || status === 404);
    }
  });
});

test("an address that is no route is a missing thing like any other", async () => {
  const tester = await createReadyTester();
  for (const method of METHODS) {
    const body = method === "GET" ? undefined : TOPIC;
    const answer = await tester.call(method, "/api/blog/nothing/here", body);
    expect((await readProblem(answer)).code).toBe("not_found");
  }
});

test("every other method is answered with 405 and changes nothing", async () => {
  const tester = await createReadyTester();
  await expectNothingChanged(tester, async () => {
    for (const [route, served] of Object.entries(API_ROUTES)) {
      const known = new Set<string>(served);
      // The fixed names below api-keys are served by their own folders, not as a provider's name.
      for (const method of METHODS.filter((name) => !known.has(name))) {
        const path = route.replace("[id]", postId).replace("[provider]", "gemini");
        const body = method === "GET" ? undefined : TOPIC;
        const answer = await tester.call(method, path, body);
        expect.soft({ method, path, status: answer.status }).toEqual({ method, path, status: 405 });
      }
    }
  });
});

test("a user id in the query or in a header gives nobody another's rows", async () => {
  const stranger = server.tester();
  const claims = { "x-user-id": owner.userId, "x-clerk-user-id": owner.userId, user_id: "x" };
  const query = `?userId=${owner.userId}&user_id=${owner.userId}`;
  const before = await owner.call("GET", "/api/onboarding/api-keys").then((r) => r.text());

  const list = await stranger.call("GET", `/api/blog/posts${query}`, undefined, claims);
  expect(await list.json()).toEqual({ posts: [] });
  const keys = await stranger.call("GET", `/api/onboarding/api-keys${query}`, undefined, claims);
  expect(await keys.json()).toMatchObject({ keys: [] });
  const deleted = await stranger.call(
    "DELETE",
    `/api/onboarding/api-keys/gemini${query}`,
    undefined,
    claims,
  );
  expect((await readProblem(deleted)).code).toBe("not_found");
  const saved = await stranger.call(
    "POST",
    `/api/onboarding/api-keys${query}`,
    stranger.keys,
    claims,
  );
  expect(saved.status).toBe(200);
  expect(await owner.call("GET", "/api/onboarding/api-keys").then((r) => r.text())).toBe(before);
});

test("bad headers are refused: Idempotency-Key, Last-Event-ID, and more bytes than a header may have", async () => {
  const tester = await createReadyTester();
  const events = `/api/blog/posts/${postId}/events`;
  await expectNothingChanged(owner, () =>
    expectNothingChanged(tester, async () => {
      for (const key of ["", "two words", "é", "x".repeat(201), "x".repeat(8_000)]) {
        const headers = { "idempotency-key": key };
        const answer = await tester.call("POST", "/api/blog/generate", TOPIC, headers);
        expect.soft((await readProblem(answer)).fields?.[0]?.field).toBe("Idempotency-Key");
      }
      for (const id of ["abc", "-1", "1.5", "1e3", "9".repeat(20), "0x1"]) {
        const headers = { "last-event-id": id };
        const byHeader = await owner.call("GET", events, undefined, headers);
        expect.soft((await readProblem(byHeader)).fields?.[0]?.field).toBe("Last-Event-ID");
        const byQuery = await owner.call("GET", `${events}?after=${id}`);
        expect.soft((await readProblem(byQuery)).code).toBe("invalid");
      }
      const huge = await tester.call("POST", "/api/blog/generate", TOPIC, {
        "x-huge": "x".repeat(100_000),
      });
      expect(huge.status).toBe(431);
    }),
  );
});

test("an Idempotency-Key that was used with another body is a conflict, and starts nothing", async () => {
  const tester = await createReadyTester();
  const headers = { "idempotency-key": randomUUID(), prefer: "wait=240" };
  const first = await tester.call("POST", "/api/blog/generate", TOPIC, headers);
  expect((await first.json()).status).toBe("ready");
  await expectNothingChanged(tester, async () => {
    const other = { ...TOPIC, topic: "Streaming in Next.js" };
    const answer = await tester.call("POST", "/api/blog/generate", other, headers);
    expect((await readProblem(answer)).code).toBe("conflict");
    const again = await tester.call("POST", "/api/blog/generate", TOPIC, headers);
    expect(again.status).toBe(200);
  });
});

test("characters that Postgres cannot hold are taken out of every text, and the post is written", async () => {
  const tester = await createReadyTester();
  const dirty = "Caching \u0000in Next.js \ud800";
  const body = {
    topic: dirty,
    keywords: [dirty],
    audience: dirty,
    tone: dirty,
    industry: dirty,
    language: "English\u0000",
    wordCount: 300,
    sources: [
      { title: dirty, text: `${dirty}. Notes say that caching \udfff saves 40 percent of time.` },
    ],
    outline: [dirty, "Revalidating \udc00 data"],
  };
  const headers = { prefer: "wait=240", "idempotency-key": randomUUID() };
  const answer = await tester.call("POST", "/api/blog/generate", body, headers);
  const post = await answer.json();
  expect(post).toMatchObject({ status: "ready", topic: "Caching in Next.js \ufffd" });
  expect(await dumpDatabase(server.database.sql)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
});

test("after all of it the server has failed at nothing", () => {
  expect(server.output()).not.toContain("A request failed");
});
