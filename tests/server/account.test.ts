import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Post } from "@/lib/blog/schema";
import { type FakeFrontendApi, startFakeFrontendApi } from "../clerk/fake-frontend-api";
import { cookieHeader, sessionCookies } from "../clerk/session-cookies";
import { dumpEverything } from "../world/database/dump-database";
import { type Production, saveKeys, startProduction } from "../world/servers/start-production";
import type { Tester } from "../world/tester";
import { waitUntil } from "../world/wait-until";

const TOPIC = "Unmistakable caching in Next.js";
const BODY = { topic: TOPIC, wordCount: 300 };
const CONFIRMED = { confirm: "delete my account" };
const OWNER = "user_owner0of0the0tests";

let clerk: FakeFrontendApi;
let server: Production;
beforeAll(async () => {
  server = await startProduction(async (_database, applicationUrl) => {
    clerk = await startFakeFrontendApi({ users: [], applicationUrl, browser: false });
    return { ...clerk.applicationEnv, OWNER_USER_IDS: OWNER };
  });
});
afterAll(async () => {
  await server.stop();
  await clerk.close();
});

async function startTester(): Promise<Tester> {
  const tester = server.tester();
  await saveKeys(tester);
  return tester;
}

async function generate(tester: Tester): Promise<Post> {
  const headers = { prefer: "wait=240" };
  return (await tester.call("POST", "/api/blog/generate", BODY, headers)).json();
}

async function openPage(userId: string, page: string, accept = "text/html"): Promise<Response> {
  const cookie = cookieHeader(await sessionCookies(userId, server.url));
  const headers = { cookie, accept, ...(accept === "text/html" ? {} : { rsc: "1" }) };
  return fetch(`${server.url}${page}`, { headers });
}

/** Everything of a user that is sealed or wrapped, in hexadecimal, in pieces of 16 bytes. */
async function listCiphertexts(userId: string): Promise<string[]> {
  const rows = await server.database.sql`
    SELECT encode(key, 'hex') AS hex FROM api_keys WHERE user_id = ${userId}
    UNION ALL SELECT encode(wrapped_key, 'hex') FROM data_keys WHERE user_id = ${userId}`;
  return rows.flatMap(({ hex }) => String(hex).match(/.{32}/g) ?? []);
}

function readFolder(folder: string): string {
  if (!existsSync(folder)) return "";
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((file) => readFileSync(path.join(file.parentPath, file.name), "latin1")).join();
}

test("after an account is deleted nothing of its user is anywhere, and a token that still lives opens nothing", async () => {
  const [anna, ben] = [await startTester(), await startTester()];
  expect((await generate(anna)).status).toBe("ready");
  await anna.call("POST", "/api/blog/generate", { ...BODY, wordCount: 3_000 });
  const ciphertexts = await listCiphertexts(anna.userId);
  expect(ciphertexts.length).toBeGreaterThan(5);
  const unsure = await anna.call("DELETE", "/api/account", { confirm: "yes" });
  expect(unsure.status).toBe(422);
  const deleted = await anna.call("DELETE", "/api/account", CONFIRMED);
  expect(deleted.status, await deleted.text()).toBe(204);
  expect(clerk.backendRequests).toContain(`DELETE /v1/users/${anna.userId}`);

  const gone: [string, string, object?][] = [
    ["GET", "/api/blog/posts"],
    ["GET", "/api/usage"],
    ["GET", "/api/account/export"],
    ["POST", "/api/onboarding/api-keys", anna.keys],
    ["POST", "/api/blog/generate", BODY],
  ];
  for (const [method, route, body] of gone)
    expect((await anna.call(method, route, body)).status, `${method} ${route}`).toBe(401);
  const traces = [anna.userId, ...Object.values(anna.keys), ...ciphertexts];
  const dump = await waitUntil("the run to have heard of it", async () => {
    const text = await dumpEverything(server.database.sql);
    return !traces.some((trace) => text.includes(trace)) && text;
  });
  expect(dump).toContain(ben.userId);
  // What was printed before an erasure cannot be taken back: the one line that is promised names the user.
  const promised = `"[PROD MODE] Using database for user ${anna.userId}"`;
  const printed = server
    .output()
    .split("\n")
    .filter((line) => !line.includes(promised));
  const kept = readFolder(path.join(server.folder, ".data")) + printed.join("\n");
  for (const trace of traces) expect(kept.includes(trace), trace.slice(0, 12)).toBe(false);
  expect((await generate(ben)).status).toBe("ready");
});

test("a run that meets the month's cap waits for it, and goes on by itself when it is raised", async () => {
  const tester = await startTester();
  const setCap = (monthlyUsd: number | null) =>
    tester.call("PUT", "/api/usage/cap", { monthlyUsd, zone: "Europe/Berlin" });
  await setCap(0.02);
  const parked = await generate(tester);
  expect(parked).toMatchObject({
    status: "needs-key",
    document: { problem: { code: "cap_reached" } },
  });
  const { cap } = await (await tester.call("GET", "/api/usage")).json();
  expect(cap.spentUsd).toBeLessThanOrEqual(0.02);
  expect((await setCap(5)).status).toBe(200);
  const post = await waitUntil("the post to be written", async () => {
    const answer = await tester.call("GET", `/api/blog/posts/${parked.id}`);
    const read: Post = await answer.json();
    return read.status === "ready" && read;
  });
  for (const { markdown } of post.document.sections) expect(markdown).not.toBe("");
});

test("the owner sees sums of all and content of none, and for everybody else the page is not there", async () => {
  const tester = await startTester();
  const { document } = await generate(tester);
  const secrets = [tester.userId, ...Object.values(tester.keys), TOPIC, document.title];
  for (const accept of ["text/html", "text/x-component"]) {
    const answer = await openPage(OWNER, "/owner", accept);
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(text).toContain("100 testers");
    for (const secret of secrets) expect(text.includes(secret), secret).toBe(false);
  }
  const [row] = await server.database.sql`
    SELECT count(*)::int AS calls, sum(cost_usd)::float8 AS usd FROM usage_events`;
  expect(Number(row?.calls)).toBeGreaterThan(5);
  const answer = await openPage(tester.userId, "/owner");
  expect(answer.status).toBe(404);
  expect(await answer.text()).not.toContain("testers");
  const [api, missing] = await Promise.all(
    ["/api/owner", "/api/nowhere"].map((route) => tester.call("GET", route)),
  );
  expect([api?.status, missing?.status]).toEqual([404, 404]);
});

/** An answer without what differs at each request: dates, ids, keys, nonces, and the address that was asked for. */
async function readPlain(answer: Response, page: string): Promise<string> {
  const headers = [...answer.headers].filter(([name]) => !/^(date|x-request-id)$/.test(name));
  const nonce = answer.headers.get("content-security-policy")?.match(/nonce-([^']+)/)?.[1] ?? "";
  const text = JSON.stringify(headers) + (await answer.text());
  const name = page.slice(1);
  return (nonce ? text.replaceAll(nonce, "NONCE") : text)
    .replaceAll(name, "NAME")
    .replace(/(\\?")[\w-]{21}([mv]?\1)/g, "$1KEY$2")
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "ID");
}

test("a stranger's request for the owner's page is answered in every byte like one for no page at all", async () => {
  const { userId } = server.tester();
  for (const accept of ["text/html", "text/x-component"]) {
    const pages = ["/owner", "/nobod"];
    const [owner, nobody] = await Promise.all(
      pages.map(async (page) => readPlain(await openPage(userId, page, accept), page)),
    );
    expect(owner?.length).toBeGreaterThan(500);
    expect(owner).toBe(nobody);
  }
});
