import { randomBytes } from "node:crypto";
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { text as readText } from "node:stream/consumers";
import JSZip from "jszip";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EXPORT_FORMATS } from "@/lib/export/schema";
import { cookieHeader, sessionCookies } from "../clerk/session-cookies";
import { signWebhook, WEBHOOK_SIGNING_SECRET } from "../clerk/signed-webhook";
import { runInput } from "../world/assistant/ask-assistant";
import { dumpDatabase } from "../world/database/dump-database";
import { findLeaks, listForms } from "../world/database/find-leaks";
import { oneOfEach } from "../world/scale";
import { readSandboxLog } from "../world/servers/sandbox-log";
import { type Production, startProduction } from "../world/servers/start-production";
import type { Tester } from "../world/tester";
import { waitUntil } from "../world/wait-until";

const KEYS = "/api/onboarding/api-keys";
const BODY = { topic: "Caching in Next.js", wordCount: 300 };
const OWNER = "user_owner0of0the0canaries";
const canaries: string[] = [];
const answers: string[] = [];

let server: Production;
let logFile: string;
let logStart: number;

beforeAll(async () => {
  server = await startProduction(async ({ url, sql }) => {
    const [row] = await sql<{ data_directory: string }[]>`SHOW data_directory`;
    logFile = path.join(row?.data_directory ?? "", "server.log");
    logStart = statSync(logFile).size;
    await sql.unsafe(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET log_statement = 'all'`);
    return { OWNER_USER_IDS: OWNER, CLERK_WEBHOOK_SIGNING_SECRET: WEBHOOK_SIGNING_SECRET };
  });
});

afterAll(() => server.stop());

/** A key that exists nowhere else; its beginning tells the sandbox what to do with it. */
function createCanary(scenario: string): string {
  const random = () => randomBytes(16).toString("hex");
  const canary = scenario.startsWith("ck_")
    ? `${scenario}${random()}${random()}`
    : `${scenario}-${random()}+/=:.${random()}`;
  canaries.push(canary);
  return canary;
}

/** A tester whose every answer is kept, headers and body. */
function createWatched(): Tester["call"] & { userId: string } {
  const tester = server.tester();
  const call: Tester["call"] = async (...request) => {
    const answer = await tester.call(...request);
    answers.push(JSON.stringify([...answer.headers]), await readAnswer(answer.clone()));
    return answer;
  };
  return Object.assign(call, { userId: tester.userId });
}

/** The text of an answer; of a packed document that of every file in it. */
async function readAnswer(answer: Response): Promise<string> {
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (bytes.subarray(0, 2).toString("latin1") !== "PK") return bytes.toString("utf8");
  const files = Object.values((await JSZip.loadAsync(bytes)).files);
  return (await Promise.all(files.map((file) => file.async("text")))).join("\n");
}

const pagesOf = (postId: string) => [
  ...["/onboarding", "/onboarding/api-keys", "/onboarding/setup", "/posts", `/posts/${postId}`],
  ...["/usage", "/settings"],
];

async function openPages(userId: string, pages: string[]): Promise<void> {
  const cookie = cookieHeader(await sessionCookies(userId, server.url));
  for (const page of pages) {
    for (const accept of ["text/html", "text/x-component"]) {
      const headers = { cookie, accept, ...(accept === "text/html" ? {} : { rsc: "1" }) };
      const answer = await fetch(`${server.url}${page}`, { headers });
      answers.push(JSON.stringify([...answer.headers]), await answer.text());
    }
  }
}

function readFolder(folder: string): string {
  if (!existsSync(folder)) return "";
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((file) => readFileSync(path.join(file.parentPath, file.name), "latin1")).join();
}

test("the search itself finds a key in every form, in the middle of other bytes", () => {
  const key = createCanary("ok");
  const wholes = [0, 1, 2].flatMap((shift) => {
    const bytes = Buffer.from(`${"x".repeat(shift)}${key} and more`);
    return [bytes.toString("base64"), bytes.toString("base64url")];
  });
  const text = [...wholes, ...Object.values(listForms(key))].join("\n");
  expect(findLeaks(text, key)).toEqual(Object.keys(listForms(key)));
  expect(findLeaks(wholes.join("\n"), key)).toHaveLength(6);
  expect(findLeaks(`••••••••••••${key.slice(-4)}`, key)).toEqual([]);
});

test("keys are saved, checked, rejected, timed out, used, failed, replaced and deleted", async () => {
  const call = createWatched();
  const first = { gemini: createCanary("ok"), exa: createCanary("ok") };
  expect((await call("POST", `${KEYS}/check`, first)).status).toBe(200);
  expect((await call("POST", KEYS, first)).status).toBe(200);
  expect((await call("GET", KEYS)).status).toBe(200);
  const used = await call("POST", "/api/blog/generate", BODY, { accept: "text/event-stream" });
  expect(await used.text()).toContain('{"status":"ready"}');
  const { posts } = await (await call("GET", "/api/blog/posts")).json();
  await call("GET", `/api/blog/posts/${posts[0].id}`);
  await openPages(call.userId, pagesOf(posts[0].id));

  const dying = { gemini: createCanary("after:2+suspended"), exa: createCanary("ok") };
  expect((await call("POST", KEYS, dying)).status).toBe(200);
  const failed = await call("POST", "/api/blog/generate", BODY, { prefer: "wait=240" });
  expect(await failed.json()).toMatchObject({ status: "needs-key" });
  const late = { gemini: createCanary("probe-timeout"), copilotkit: createCanary("ck_pub_") };
  expect(await (await call("POST", KEYS, late)).json()).toMatchObject({
    keys: expect.arrayContaining([expect.objectContaining({ status: "unknown" })]),
  });
  await openPages(call.userId, pagesOf(posts[0].id));
  for (const path of [`${KEYS}/events`, "/api/notices", "/api/account/export"])
    expect((await call("GET", path)).status).toBe(200);
  for (const provider of ["gemini", "exa", "copilotkit"])
    expect((await call("DELETE", `${KEYS}/${provider}`)).status).toBe(204);
});

test("keys that providers reject, echo or send elsewhere are refused or fail", async () => {
  const call = createWatched();
  for (const scenario of ["bad", "suspended", "leaked", "expired"])
    expect((await call("POST", KEYS, { gemini: createCanary(scenario) })).status).toBe(422);
  expect((await call("POST", KEYS, { exa: createCanary("bad") })).status).toBe(422);

  const carriers = [
    ["midstream", "ok"],
    ["after:1+wrongtype", "ok"],
    ["html502", "ok"],
    ["ok", "redirect"],
    ["ok", "after:1+html502"],
    ["reject-later:1", "ok"],
    ["ok", "after:1+bad"],
  ] as const;
  for (const [gemini, exa] of oneOfEach(carriers, ([, exa]) => [exa.replace("after:1+", "")])) {
    const other = createWatched();
    const keys = { gemini: createCanary(gemini), exa: createCanary(exa) };
    expect((await other("POST", KEYS, keys)).status).toBe(200);
    const answer = await other("POST", "/api/blog/generate", BODY, { prefer: "wait=240" });
    expect((await answer.json()).status).toMatch(/^(failed|needs-key)$/);
  }
});

test("keys in bodies that are refused, and in a save that the database refuses, are not repeated", async () => {
  const call = createWatched();
  const key = createCanary("ok");
  const spaced = { gemini: `${key} ${key}`, exa: `${key}\n`, copilotkit: key };
  expect((await call("POST", KEYS, `{"gemini":"${key}"`)).status).toBe(400);
  expect((await call("POST", KEYS, spaced)).status).toBe(422);
  expect((await call("POST", KEYS, { gemini: [key] })).status).toBe(422);
  expect((await call("POST", KEYS, { copilotkit: key })).status).toBe(422);
  expect((await call("POST", "/api/blog/generate", { topic: 1, gemini: key })).status).toBe(422);
  const { sql } = server.database;
  await sql`ALTER TABLE api_keys ADD CONSTRAINT nothing_goes CHECK (version < 0) NOT VALID`;
  const refused = await call("POST", KEYS, { gemini: createCanary("ok"), exa: createCanary("ok") });
  await sql`ALTER TABLE api_keys DROP CONSTRAINT nothing_goes`;
  expect(refused.status).toBe(500);
  expect(server.output()).toContain("nothing_goes");
});

/** Says something to the assistant, and reads the answer to its end. */
async function say(call: Tester["call"], text: string, threadId: string): Promise<string> {
  const run = runInput(text, { threadId });
  return (await call("POST", "/api/copilotkit/agent/default/run", run)).text();
}

test("keys that paid are in no file, no sum, no conversation and nothing that a setup finds", async () => {
  const call = createWatched();
  expect(
    (await call("POST", KEYS, { gemini: createCanary("ok"), exa: createCanary("ok") })).status,
  ).toBe(200);
  const made = await call("POST", "/api/blog/generate", BODY, { prefer: "wait=240" });
  const { id } = await made.json();
  for (const format of EXPORT_FORMATS)
    expect((await call("GET", `/api/blog/posts/${id}/export?format=${format}`)).status).toBe(200);
  for (const file of ["/api/usage", "/api/usage/calls", "/api/usage/export.csv"])
    expect((await call("GET", file)).status).toBe(200);
  expect((await call("GET", "/api/account/export")).status).toBe(200);
  expect(await say(call, "check keys and show usage", "talk")).toContain("RUN_FINISHED");
  expect(
    (
      await call("POST", "/api/onboarding/setup", {
        about: "A blog on caching for people who build sites with Next.js",
      })
    ).status,
  ).toBe(202);
  await waitUntil("the setup", async () => {
    const { setup } = await (await call("GET", "/api/onboarding/setup")).json();
    return setup.status === "done";
  });
  const dying = createCanary("suspended");
  await call("POST", KEYS, { gemini: createCanary("after:1+suspended") });
  expect((await call("POST", KEYS, { gemini: dying })).status).toBe(422);
  for (const text of ["hello there", "hello again"]) await say(call, text, "talk");
  expect((await call("GET", "/api/assistant/threads/talk")).status).toBe(200);
  await openPages(call.userId, pagesOf(id));
  await openPages(OWNER, ["/owner"]);
});

test("keys in files, addresses and messages of other services that are refused are not repeated", async () => {
  const call = createWatched();
  const key = createCanary("ok");
  expect((await call("POST", KEYS, { gemini: key, exa: createCanary("ok") })).status).toBe(200);
  const query = encodeURIComponent(key);
  expect((await call("GET", `/api/usage/export.csv?from=${query}`)).status).toBe(422);
  expect((await call("GET", `/api/usage?zone=${query}`)).status).toBe(422);
  const picture = `/api/blog/posts/${crypto.randomUUID()}/publications/picture`;
  expect((await call("POST", `${picture}?integrationId=${query}`, key)).status).toBe(404);
  expect(
    (await call("POST", `${picture}?integrationId=${crypto.randomUUID()}`, key)).status,
  ).toBeGreaterThanOrEqual(400);
  expect((await call("POST", "/api/onboarding/setup", { about: 1, key })).status).toBe(422);
  expect((await call("POST", "/api/assistant/actions/none", { decision: key })).status).toBe(422);
  const told = signWebhook("user.deleted", { id: call.userId, object: "user", deleted: true });
  const url = `${server.url}/api/webhooks/clerk`;
  const forged = { ...told.headers, "svix-signature": `v1,${key}` };
  for (const [headers, body, status] of [
    [forged, told.body, 401],
    [told.headers, `${told.body} ${key}`, 401],
    [told.headers, told.body, 204],
  ] as const) {
    const answer = await fetch(url, { method: "POST", headers, body });
    answers.push(await answer.text());
    expect(answer.status).toBe(status);
  }
});

test("no canary is anywhere afterwards: output, answers, bundle, files, database log, dump", async () => {
  const places = {
    output: server.output(),
    answers: answers.join("\n"),
    bundle: readFolder(path.resolve(".next/static")),
    "fetch cache": readFolder(path.resolve(".next/cache/fetch-cache")),
    folder: readFolder(server.folder),
    "database log": await readText(
      createReadStream(logFile, { start: logStart, encoding: "latin1" }),
    ),
    dump: await dumpDatabase(server.database.sql),
  };
  // Each place is where a leak would show: it holds what is known to be written there.
  const [row] = await server.database.sql<{ user: string }[]>`
    SELECT user_id AS user FROM api_keys LIMIT 1`;
  const user = row?.user ?? "nobody";
  expect(places.output).toContain(`[PROD MODE] Using database for user ${user}`);
  expect(places.bundle.length).toBeGreaterThan(100_000);
  expect(places["database log"]).toMatch(new RegExp(`[Pp]arameters: .*${user}`));
  expect(places.dump).toContain(user);
  expect(places.answers).toContain("•".repeat(12));
  expect((await readSandboxLog(server.sandboxUrl, canaries[1])).length).toBeGreaterThan(3);

  expect(canaries.length).toBeGreaterThan(20);
  for (const canary of canaries)
    for (const [place, text] of Object.entries(places))
      expect
        .soft({ place, canary, forms: findLeaks(text, canary) })
        .toEqual({ place, canary, forms: [] });
});
