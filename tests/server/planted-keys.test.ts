import { randomBytes, randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PROVIDER_KEY_NAMES } from "@/lib/mode";
import { fingerprintKey } from "@/sandbox/log/fingerprint-key";
import { type RunningSandbox, startSandbox } from "@/sandbox/start-sandbox";
import { inFull } from "../world/in-full";
import { readEvents } from "../world/posts/read-events";
import { openTcpProxy, type TcpProxy } from "../world/servers/open-tcp-proxy";
import { readProblem } from "../world/servers/read-problem";
import { readSandboxLog, untilClosed } from "../world/servers/sandbox-log";
import { pickPort, startApp } from "../world/servers/start-app";
import { type Production, saveKeys, startProduction } from "../world/servers/start-production";
import type { Tester } from "../world/tester";
import { waitUntil } from "../world/wait-until";

const BODY = { topic: "Caching in Next.js", wordCount: 300 };
const KEYS = "/api/onboarding/api-keys";
const ownersKeys = Object.fromEntries(
  PROVIDER_KEY_NAMES.map((name) => [
    name,
    name.includes("COPILOT")
      ? `ck_pub_${randomBytes(16).toString("hex")}`
      : `ok-owner-${randomUUID()}`,
  ]),
);
const knownKeys = new Set<string>();

let sandbox: RunningSandbox;
let wire: TcpProxy;
let server: Production;
/** Has generated at this server before: whatever the process remembers is theirs. */
let neighbour: Tester;
let neighbourCalls: number;

/** The owner's keys lie in a file of the server's folder; later they are in its environment too. */
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  server = await startProduction(
    async (database) => {
      wire = await openTcpProxy(database.url);
      return { DATABASE_URL: wire.url, PLANTED: JSON.stringify(ownersKeys) };
    },
    { sandboxUrl: sandbox.url, imports: ["tests/world/servers/set-environment-on-signal.mjs"] },
  );
  const lines = Object.entries(ownersKeys).map(([name, value]) => `${name}=${value}`);
  writeFileSync(path.join(server.folder, ".env.local"), lines.join("\n"));
  neighbour = await createReadyTester();
  await neighbour.call("POST", "/api/blog/generate", BODY, { prefer: "wait=240" });
  neighbourCalls = await countCalls(neighbour);
});

afterAll(async () => {
  await server.stop();
  await wire.close();
  await sandbox.close();
});

async function createReadyTester(scenario = "ok"): Promise<Tester> {
  const tester = server.tester(scenario);
  for (const key of Object.values(tester.keys)) knownKeys.add(fingerprintKey(key));
  await saveKeys(tester);
  return tester;
}

/** How often the providers were called with a tester's keys. */
async function countCalls(tester: Tester): Promise<number> {
  const logs = Object.values(tester.keys).map((key) => readSandboxLog(sandbox.url, key));
  return (await Promise.all(logs)).flat().length;
}

async function refuseGenerate(tester: Tester, url = server.url): Promise<string> {
  const answer = await tester.callAt(url)("POST", "/api/blog/generate", BODY);
  return (await readProblem(answer)).code;
}

test("a tester with no key, or with deleted keys, gets key_missing", async () => {
  const newcomer = server.tester();
  expect(await refuseGenerate(newcomer)).toBe("key_missing");
  const publicKey = await newcomer.call("GET", `${KEYS}/copilotkit/public`);
  expect((await readProblem(publicKey)).code).toBe("key_missing");

  const leaver = await createReadyTester();
  const before = await countCalls(leaver);
  for (const provider of ["exa", "gemini"]) {
    await leaver.call("DELETE", `${KEYS}/${provider}`);
    expect(await refuseGenerate(leaver)).toBe("key_missing");
  }
  expect(await countCalls(leaver)).toBe(before);
});

test("a changed, moved or foreign ciphertext is key_undecryptable, and pays for nobody", async () => {
  const { sql } = server.database;
  const [victim, other] = [await createReadyTester(), await createReadyTester()];
  const counts = async () => [await countCalls(victim), await countCalls(other)];
  const before = await counts();
  const changes = [
    () => sql`UPDATE api_keys SET key = set_byte(key, 40, get_byte(key, 40) # 1)
      WHERE user_id = ${victim.userId} AND provider = 'exa'`,
    () => sql`UPDATE api_keys SET key = set_byte(key, 0, 2) WHERE user_id = ${victim.userId}`,
    () => sql`UPDATE api_keys SET key = substring(key FROM 1 FOR 20)
      WHERE user_id = ${victim.userId}`,
    () => sql`UPDATE api_keys SET version = version + 1 WHERE user_id = ${victim.userId}`,
    () => sql`UPDATE api_keys k SET key = o.key FROM api_keys o
      WHERE k.user_id = ${victim.userId} AND o.user_id = ${other.userId} AND o.provider = k.provider`,
    () => sql`UPDATE api_keys k SET key = o.key FROM api_keys o
      WHERE k.user_id = ${victim.userId} AND o.user_id = k.user_id AND o.provider <> k.provider`,
    () => sql`UPDATE data_keys SET wrapped_key = set_byte(wrapped_key, 40, get_byte(wrapped_key, 40) # 1)
      WHERE user_id = ${victim.userId}`,
    () => sql`UPDATE data_keys v SET wrapped_key = o.wrapped_key FROM data_keys o
      WHERE v.user_id = ${victim.userId} AND o.user_id = ${other.userId}`,
  ];
  for (const change of changes) {
    const saved = await sql`SELECT * FROM api_keys WHERE user_id = ${victim.userId}`;
    const [dataKey] = await sql`SELECT * FROM data_keys WHERE user_id = ${victim.userId}`;
    expect((await change()).count).toBeGreaterThan(0);
    expect.soft(await refuseGenerate(victim), String(change)).toBe("key_undecryptable");
    for (const { id, key, version } of saved)
      await sql`UPDATE api_keys SET key = ${key}, version = ${version} WHERE id = ${id}`;
    await sql`UPDATE data_keys SET wrapped_key = ${dataKey?.wrapped_key} WHERE id = ${dataKey?.id}`;
  }
  await sql`UPDATE api_keys SET status = 'invalid' WHERE user_id = ${other.userId}`;
  expect(await refuseGenerate(other)).toBe("key_rejected");
  expect(await counts()).toEqual(before);
  const whole = await victim.call("POST", "/api/blog/generate", BODY, { prefer: "wait=240" });
  expect(await whole.json()).toMatchObject({ status: "ready" });
});

inFull("a server with another key-encryption key opens nobody's keys", async () => {
  const tester = await createReadyTester();
  const before = await countCalls(tester);
  const KEK_k1 = randomBytes(32).toString("base64url");
  const rings: Record<string, string>[] = [
    { KEK_k1 },
    { KEK_CURRENT: "k2", KEK_k2: KEK_k1, KEK_k1: "" },
  ];
  for (const kek of rings) {
    const stranger = await startApp({ ...server.env, ...kek }, { port: await pickPort() });
    expect(await refuseGenerate(tester, stranger.url)).toBe("key_undecryptable");
    await stranger.stop();
  }
  expect(await countCalls(tester)).toBe(before);
});

test("while the database is away everything is vault_unavailable, also in the middle of a run, and it comes back", async () => {
  const [tester, writer] = [await createReadyTester(), await createReadyTester("slow:100")];
  const started = await writer.call("POST", "/api/blog/generate", BODY);
  const { id } = await started.json();
  for await (const { type } of readEvents(await writer.call("GET", `/api/blog/posts/${id}/events`)))
    if (type === "section-delta") break;
  const before = await countCalls(tester);
  await wire.cut();
  expect(await refuseGenerate(tester)).toBe("vault_unavailable");
  const save = await tester.call("POST", KEYS, { copilotkit: "ck_pub_0123456789abcdef" });
  expect((await readProblem(save)).code).toBe("vault_unavailable");
  for (const read of [
    KEYS,
    "/api/blog/posts",
    `/api/blog/posts/${id}`,
    `/api/blog/posts/${id}/events`,
  ])
    expect((await readProblem(await tester.call("GET", read))).code).toBe("vault_unavailable");
  await untilClosed(sandbox.url, writer.keys.gemini);
  expect(await countCalls(tester)).toBe(before);

  await wire.mend();
  const answer = await tester.call("POST", "/api/blog/generate", BODY, { prefer: "wait=240" });
  expect(await answer.json()).toMatchObject({ status: "ready", document: { problem: null } });
  await waitUntil("the cut run to be gone on with", async () => {
    const post = await writer.call("GET", `/api/blog/posts/${id}`);
    return (await post.json()).status === "ready";
  });
});

test("provider keys that appear in the environment of a running server stop it from serving anybody", async () => {
  const [tester, writer] = [await createReadyTester(), await createReadyTester("slow:100")];
  await writer.call("POST", "/api/blog/generate", BODY);
  server.process.kill("SIGUSR2");
  await waitUntil("the planted variables", async () => {
    const health = await fetch(`${server.url}/api/health`);
    return health.status === 503 && (await health.text()).includes("config_invalid");
  });
  const newcomer = server.tester();
  for (const person of [tester, newcomer]) {
    expect(await refuseGenerate(person)).toBe("config_invalid");
    const saved = await person.call("POST", KEYS, person.keys);
    expect((await readProblem(saved)).code).toBe("config_invalid");
  }
  await untilClosed(sandbox.url, writer.keys.gemini);
});

test("after all of it the owner's keys were received 0 times, a neighbour's no more than before, and no unknown key", async () => {
  const log = await readSandboxLog(sandbox.url);
  const owners = new Set(Object.values(ownersKeys).map(fingerprintKey));
  const received = log.map(({ keyFingerprint }) => keyFingerprint ?? "none");
  expect(received.length).toBeGreaterThan(30);
  expect(await countCalls(neighbour)).toBe(neighbourCalls);
  expect(received.filter((fingerprint) => owners.has(fingerprint))).toEqual([]);
  expect(received.filter((fingerprint) => !knownKeys.has(fingerprint))).toEqual([]);
});
