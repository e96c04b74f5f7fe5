import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fingerprintKey } from "@/sandbox/log/fingerprint-key";
import { type RunningSandbox, startSandbox } from "@/sandbox/start-sandbox";
import { FULL, scaled } from "../world/scale";
import { readSandboxLog } from "../world/servers/sandbox-log";
import type { App } from "../world/servers/start-app";
import { type Production, startProduction } from "../world/servers/start-production";
import type { Tester } from "../world/tester";

const TESTERS = FULL ? scaled(100) : 3;
const KEYS = "/api/onboarding/api-keys";
const ROLES = ["keeps", "replaces", "deletes", "keeps", "keeps"] as const;

/** A tester, every key they ever had, and a word that only their texts carry. */
type Player = {
  tester: Tester;
  role: (typeof ROLES)[number];
  word: string;
  laterWord: string;
  keys: string[];
  latestKeys: string[];
  urls: [string, string];
};

let sandbox: RunningSandbox;
let server: Production;
let second: App;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, chunkMs: 2, ttftMs: 20, exaMs: 20 });
  server = await startProduction(undefined, { sandboxUrl: sandbox.url });
  second = await server.startSecond();
});

afterAll(async () => {
  await server.stop();
  await sandbox.close();
});

const WORD = /zq[0-9a-f]{32}/g;
const createWord = () => `zq${randomUUID().replaceAll("-", "")}`;

function createPlayer(index: number): Player {
  const tester = server.tester();
  const keys = Object.values(tester.keys);
  const urls: Player["urls"] = [server.url, second.url];
  const role = ROLES[index % ROLES.length] ?? "keeps";
  const words = { word: createWord(), laterWord: createWord() };
  return { tester, role, ...words, keys, latestKeys: keys, urls };
}

/** Calls one of the two servers, after a moment of chance. */
async function callAnywhere(player: Player, ...request: Parameters<Tester["call"]>) {
  await pause(Math.random() * 150);
  return player.tester.callAt(player.urls[Math.random() < 0.5 ? 0 : 1])(...request);
}

async function generate(player: Player, word: string) {
  const body = { topic: `Caching in Next.js for ${word}`, keywords: [word], wordCount: 300 };
  const headers = { prefer: "wait=240" };
  const answer = await callAnywhere(player, "POST", "/api/blog/generate", body, headers);
  return answer.json();
}

async function replaceKeys(player: Player): Promise<void> {
  const fresh = { gemini: `ok-g-${randomUUID()}`, exa: `ok-e-${randomUUID()}` };
  player.latestKeys = Object.values(fresh);
  player.keys = [...player.keys, ...player.latestKeys];
  const answer = await callAnywhere(player, "POST", KEYS, fresh);
  expect(answer.status).toBe(200);
}

async function deleteKeys(player: Player): Promise<void> {
  for (const provider of ["gemini", "exa"])
    expect((await callAnywhere(player, "DELETE", `${KEYS}/${provider}`)).status).toBe(204);
}

/** One tester's time on the site. What happens in the middle happens while the run goes on. */
async function play(player: Player): Promise<void> {
  const { tester, role, word, laterWord } = player;
  expect((await callAnywhere(player, "POST", KEYS, tester.keys)).status).toBe(200);
  const running = generate(player, word);
  await pause(Math.random() * 3_000);
  if (role === "replaces") await replaceKeys(player);
  if (role === "deletes") await deleteKeys(player);
  const post = await running;
  if (role !== "deletes") expect(post).toMatchObject({ status: "ready" });
  else if (post.status !== "ready") {
    const code = post.code ?? post.document.problem.code;
    expect(code).toBe("key_missing");
  }
  const later = await generate(player, laterWord);
  if (role === "deletes") expect(later).toMatchObject({ status: 409, code: "key_missing" });
  else expect(later).toMatchObject({ status: "ready" });
}

test("testers save, generate, replace and delete at once on two servers: every request is paid with its own tester's key", async () => {
  const players = Array.from({ length: TESTERS }, (_, index) => createPlayer(index));
  await Promise.all(players.map(play));

  const log = await readSandboxLog(sandbox.url);
  const payers = new Map(
    players.flatMap((player) => player.keys.map((key) => [fingerprintKey(key), player] as const)),
  );
  const foreign = log.filter(({ keyFingerprint }) => !payers.has(keyFingerprint ?? ""));
  expect(foreign).toEqual([]);

  const owners = new Map(
    players.flatMap((player) =>
      [player.word, player.laterWord].map((word) => [word, player] as const),
    ),
  );
  let attributed = 0;
  for (const { prompt = "", query = "", keyFingerprint } of log) {
    const words = new Set(`${prompt} ${query}`.match(WORD));
    expect(words.size).toBeLessThanOrEqual(1);
    for (const word of words) {
      attributed += 1;
      const player = owners.get(word);
      expect(payers.get(keyFingerprint ?? "")).toBe(player);
      const latest = player?.latestKeys.map(fingerprintKey);
      if (word === player?.laterWord) expect(latest).toContain(keyFingerprint);
    }
  }
  expect(attributed).toBeGreaterThan(TESTERS * 8);

  await expectLedgerAgrees(players);
  for (const { tester, word, laterWord } of players) {
    const { posts } = await (await tester.call("GET", "/api/blog/posts")).json();
    for (const { topic } of posts)
      expect([word, laterWord].some((own) => topic.includes(own))).toBe(true);
  }
}, 900_000);

/** What each tester's Exa account was charged is what their ledger says, to a millionth of a dollar. */
async function expectLedgerAgrees(players: Player[]): Promise<void> {
  const rows = await server.database.sql<{ user: string; usd: string }[]>`
    SELECT user_id AS user, sum(cost_usd)::text AS usd FROM usage_events
    WHERE provider = 'exa' AND operation = 'search' GROUP BY user_id`;
  const ledger = new Map(rows.map(({ user, usd }) => [user, Number(usd)]));
  const log = await readSandboxLog(sandbox.url);
  for (const { tester, keys } of players) {
    const own = new Set(keys.map(fingerprintKey));
    const entries = log.filter(({ keyFingerprint }) => own.has(keyFingerprint ?? ""));
    const searches = entries.filter(
      ({ provider, query }) => provider === "exa" && query !== "hello",
    );
    const charged = searches.reduce((sum, { costDollars = 0 }) => sum + costDollars, 0);
    expect(ledger.get(tester.userId) ?? 0).toBeCloseTo(charged, 6);
  }
}
