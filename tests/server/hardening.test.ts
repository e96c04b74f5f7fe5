import { networkInterfaces } from "node:os";
import { expect, inject, test } from "vitest";
import { cookieHeader, sessionCookies } from "../clerk/session-cookies";
import { createDatabase } from "../world/database/create-database";
import { sendRaw } from "../world/servers/send-raw";
import { startApp } from "../world/servers/start-app";
import { createTester } from "../world/tester";

const { production, development, sandboxUrl } = inject("servers");

test("no request makes Clerk hand a visitor's token to another address", async () => {
  for (const query of [
    "__clerk_redirect_url=https://evil.example",
    "__clerk_synced=true",
    "__clerk_redirect_url=x",
  ]) {
    const answer = await fetch(`${production.url}/?${query}`, {
      redirect: "manual",
      headers: { cookie: "__clerk_db_jwt=dvb_victim" },
    });
    expect(answer.status, query).toBe(404);
    expect(answer.headers.get("location"), query).toBeNull();
  }
});

test("no page can be framed, sniffed or kept by a shared cache", async () => {
  const tester = createTester(production.url);
  const cookie = cookieHeader(await sessionCookies(tester.userId, production.url));
  const page = await fetch(`${production.url}/posts`, { headers: { cookie } });
  expect(page.status).toBe(200);
  for (const directive of ["frame-ancestors 'none'", "base-uri 'self'", "object-src 'none'"])
    expect(page.headers.get("content-security-policy")).toContain(directive);
  expect(page.headers.get("x-frame-options")).toBe("DENY");
  expect(page.headers.get("x-content-type-options")).toBe("nosniff");
  for (const path of ["/api/onboarding/api-keys", "/api/blog/posts"])
    expect((await tester.call("GET", path)).headers.get("cache-control"), path).toBe("no-store");
});

test("an address of a post that is no id is not found, as a page too", async () => {
  const tester = createTester(production.url);
  const cookie = cookieHeader(await sessionCookies(tester.userId, production.url));
  for (const id of ["not-a-uuid", "%00", "a%2fb", "00000000-0000-4000-8000-000000000000"])
    expect((await fetch(`${production.url}/posts/${id}`, { headers: { cookie } })).status, id).toBe(
      404,
    );
});

test("the events of a finished post that are known already are no stream", async () => {
  const tester = createTester(production.url);
  await tester.call("POST", "/api/onboarding/api-keys", tester.keys);
  const body = { topic: "Caching in Next.js", wordCount: 300 };
  const post = await (
    await tester.call("POST", "/api/blog/generate", body, { prefer: "wait=240" })
  ).json();
  const events = `/api/blog/posts/${post.id}/events`;
  const known = await tester.call("GET", events, undefined, {
    "last-event-id": String(post.lastEventId),
  });
  expect(known.status).toBe(204);
  expect((await tester.call("GET", `${events}?after=99999999`)).status).toBe(204);
});

test("a development server hears this machine alone, however it was started and whoever forwards", async () => {
  const forwarded = await fetch(development.url, { headers: { "x-forwarded-for": "203.0.113.7" } });
  expect(forwarded.status).toBe(403);
  const database = await createDatabase();
  const env = { DATABASE_URL: database.url, GEMINI_BASE_URL: sandboxUrl, EXA_BASE_URL: sandboxUrl };
  const command = ["node_modules/next/dist/bin/next", "start"];
  const app = await startApp(env, { command });
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const foreign = addresses.filter(({ internal, family }) => !internal && family === "IPv4");
  for (const { address } of foreign) {
    const url = app.url.replace("localhost", address);
    await expect(fetch(`${url}/api/onboarding/api-keys`), address).rejects.toThrow();
  }
  expect((await fetch(`${app.url}/api/health`)).status).toBe(200);
  await app.stop();
  await database.drop();
});

test("no route fetches our own addresses for a stranger, and no form action or odd method gets a bare answer", async () => {
  for (const server of [production.url, development.url]) {
    const picture = await fetch(`${server}/_next/image?url=%2Fapi%2Fhealth&w=64&q=75`);
    expect(picture.status).toBe(404);
    const action = { method: "POST", headers: { "next-action": "7f0000" }, body: "[]" };
    const unknown = await fetch(`${server}/posts`, action);
    expect([unknown.status, unknown.headers.get("content-type")]).toEqual([
      404,
      "application/problem+json",
    ]);
    const refused = await fetch(`${server}/api/health`, { method: "DELETE" });
    expect(await refused.json()).toMatchObject({ code: "method_not_allowed", status: 405 });
    expect(await sendRaw(server, { method: "TRACE", path: "/posts" })).toBe(405);
  }
});

test("handshakes that a stranger makes up ask Clerk's Backend API a few times, then no more", async () => {
  const ask = (index: number) =>
    fetch(`${production.url}/posts?__clerk_handshake_nonce=guess${index}`, {
      redirect: "manual",
      headers: { "x-forwarded-for": "198.51.100.7" },
    });
  const answers = await Promise.all(Array.from({ length: 15 }, (_, index) => ask(index)));
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
});

test("the workflow engine's addresses answer nobody but the engine itself, however they are spelled", async () => {
  const paths = ["v1/step", "v1/flow", "v1/webhook/x", "v1/manifest.json"];
  const roots = [
    "/.well-known/workflow/",
    "//.well-known/workflow/",
    "/\\.well-known/workflow/",
    "///.well-known/workflow/",
    "/.well-known//workflow/",
    "/.WELL-KNOWN/workflow/",
    "/%2ewell-known/workflow/",
    "/x/../.well-known/workflow/",
  ];
  const forged = {
    "content-type": "application/json",
    "x-vqs-queue-name": "__wkf_step_takeStep",
    "x-vqs-message-id": "msg_01",
    "x-vqs-message-attempt": "1",
    "x-alwrity-delivery": "guess",
    "x-forwarded-for": "127.0.0.1",
  };
  for (const server of [production.url, development.url])
    for (const root of roots)
      for (const path of paths)
        for (const method of ["POST", "GET", "HEAD"]) {
          const status = await sendRaw(server, { method, path: `${root}${path}`, headers: forged });
          expect(status, `${method} ${root}${path}`).toBe(404);
        }
});
