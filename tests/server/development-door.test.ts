import { existsSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { text } from "node:stream/consumers";
import { expect, inject, test } from "vitest";
import { listUserRoutes } from "../world/servers/api-routes";

const { development } = inject("servers");
const POST_ID = "00000000-0000-4000-8000-000000000000";
const KEY = `ok-${"k".repeat(24)}`;

type Answer = { status: number | undefined; text: string };

/** A request whose Host header is ours to choose, which `fetch` does not allow. */
function send(method: string, path: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(`${development.url}${path}`, { method, headers }, (answer) => {
      text(answer).then((body) => resolve({ status: answer.statusCode, text: body }), reject);
    });
    call.on("error", reject);
    call.end(method === "POST" ? JSON.stringify({ gemini: KEY, topic: "Caching" }) : undefined);
  });
}

function readEnvFile(): string {
  const file = `${development.folder}/.env.local`;
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

test("development has no Clerk: the local developer is simply there", async () => {
  const { host } = new URL(development.url);
  const posts = await send("GET", "/api/blog/posts", { host });
  expect(posts.status).toBe(200);
  const page = await send("GET", "/onboarding/api-keys", { host });
  expect(page.status).toBe(200);
  expect(page.text).not.toMatch(/clerk\.(alwrity|accounts|com)|pk_(live|test)_/i);
});

test("a foreign host name is refused on every page and route, as a rebound name would be", async () => {
  const { port } = new URL(development.url);
  const before = readEnvFile();
  const names = ["evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "192.168.1.7"];
  const pages = ["/", "/posts", "/onboarding/api-keys"].map((path) => ({ method: "GET", path }));
  for (const name of names) {
    for (const { method, path } of [...listUserRoutes(POST_ID), ...pages]) {
      const host = `${name}:${port}`;
      const answer = await send(method, path, { host, origin: `http://${host}` });
      expect.soft({ method, path, name, ...answer }).toMatchObject({
        status: 403,
        text: expect.stringContaining('"host_refused"'),
      });
    }
  }
  for (const name of ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"])
    expect((await send("GET", "/api/blog/posts", { host: `${name}:${port}` })).status).toBe(200);
  expect(readEnvFile()).toBe(before);
});

test("another site's page cannot change anything, whether it tells its origin or hides it", async () => {
  const { host } = new URL(development.url);
  const before = readEnvFile();
  const changes = listUserRoutes(POST_ID).filter(({ method }) => method !== "GET");
  const foreign: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
  ];
  for (const headers of foreign) {
    for (const { method, path } of changes) {
      const answer = await send(method, path, { host, ...headers });
      expect.soft({ method, path, ...headers, ...answer }).toMatchObject({
        status: 403,
        text: expect.stringContaining('"origin_refused"'),
      });
    }
  }
  expect(readEnvFile()).toBe(before);
});
