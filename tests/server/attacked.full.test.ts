import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mintSessionToken } from "../clerk/test-instance";
import { type Attack, startAttack } from "../world/attacks/start-attack";
import { timeOthers } from "../world/attacks/time-others";
import { reportFigure } from "../world/report-figure";
import { scaled } from "../world/scale";
import { type Production, saveKeys, startProduction } from "../world/servers/start-production";
import type { Tester } from "../world/tester";
import { waitUntil } from "../world/wait-until";

/** Of fewer, the p99 is the worst. */
const SAMPLES = Math.max(100, scaled(300));
/** People who use the product meanwhile: none of them comes near the limits of one. */
const OTHERS = 8;
const STREAMS_PER_SECOND = 33;
const SLOW_BODIES = 200;
const SECTION = 59_000;
const BEGUN_MS = 1_500;

let server: Production;
beforeAll(async () => {
  const imports = ["tests/world/servers/silent-names.mjs"];
  server = await startProduction(undefined, { imports });
});
afterAll(() => server.stop());

const mint = (userId: string) =>
  mintSessionToken({ userId, azp: server.url, expiresInSeconds: 3_600 });

async function writePost(tester: Tester): Promise<{ id: string; version: number }> {
  await saveKeys(tester);
  const body = { topic: "Caching in Next.js", wordCount: 600 };
  const answer = await tester.call("POST", "/api/blog/generate", body, { prefer: "wait=240" });
  const post = await answer.json();
  expect(post.status).toBe("ready");
  return post;
}

/**
 * Whoever is measured: looks at the own posts, as JSON and as a page. Every fourth look is at a page: were
 * those of all people to come one after the other, they would wait for each other, and that be measured.
 */
async function listLooks() {
  const looks = Array.from({ length: OTHERS }, async () => {
    const tester = server.tester();
    const { id } = await writePost(tester);
    const token = await mint(tester.userId);
    const paths = ["/api/blog/posts", `/api/blog/posts/${id}`, `/posts/${id}`, "/api/usage"];
    return paths.map((path) => ({
      path,
      token,
    }));
  });
  const byPerson = await Promise.all(looks);
  return [0, 1, 2, 3].flatMap((round) =>
    byPerson.flatMap((person, at) => person[(round + at) % person.length] ?? []),
  );
}

/** Texts that are hard to read, saved in turn, and every way to have them written out. */
async function hardTexts(tester: Tester): Promise<Attack["calls"]> {
  const texts = ["|a".repeat(3_000) + "|\n".repeat(9_000), "*_".repeat(29_000), "[^S1.p1]("];
  const calls = texts.map(async (text) => {
    const { id, version } = await writePost(tester);
    const markdown = text.repeat(Math.ceil(SECTION / text.length)).slice(0, SECTION);
    const path = `/api/blog/posts/${id}`;
    const sections = [{ id: "sec-1", heading: "Hard", markdown }];
    const saved = await tester.call("PATCH", path, { version, sections });
    expect(saved.status, await saved.clone().text()).toBe(200);
    const written = ["md", "html", "docx", "epub", "json"].map((format) => ({
      method: "GET",
      path: `${path}/export?format=${format}`,
    }));
    return [...written, { method: "GET", path }, { method: "GET", path: `/posts/${id}` }];
  });
  return (await Promise.all(calls)).flat();
}

/** How many posts of a tester have come to an event of this type. */
async function countPosts({ userId }: Tester, type: string): Promise<number> {
  const [row] = await server.database.sql`
    SELECT count(DISTINCT post_id)::int AS posts FROM post_events
    WHERE user_id = ${userId} AND type = ${type}`;
  return row?.posts;
}

/** A stream of a run that lasts, and of posts that are there. */
async function listStreams(tester: Tester): Promise<string[]> {
  const { id } = await writePost(tester);
  const body = { topic: "Caching in Next.js", wordCount: 600 };
  const running = await (await tester.call("POST", "/api/blog/generate", body)).json();
  await waitUntil(
    "its text to come",
    async () => (await countPosts(tester, "section-delta")) === 2,
  );
  return [id, running.id].map((post) => `/api/blog/posts/${post}/events`);
}

const NOTHING = { perSecond: 0, atOnce: 1, paths: [], calls: [] };
type Attacker = (tester: Tester) => Promise<Omit<Attack, "url" | "token">>;
const ATTACKS: Record<string, { scenario?: string; prepare: Attacker }> = {
  "1 texts that are hard to read, exported and shown, four at once": {
    prepare: async (tester) => ({
      ...NOTHING,
      kinds: ["calls"],
      atOnce: 4,
      calls: await hardTexts(tester),
    }),
  },
  "3 names that no name server answers for": {
    prepare: async (tester) => {
      await saveKeys(tester);
      const analyses = Array.from({ length: 40 }, () => ({
        method: "POST",
        path: "/api/onboarding/website/analyze",
        body: { url: `https://${randomUUID()}.example.com/` },
      }));
      return { ...NOTHING, kinds: ["calls"], atOnce: 40, calls: analyses };
    },
  },
  "4 edits of a 20 KB post, three a second": {
    prepare: async (tester) => {
      const { id } = await writePost(tester);
      const sections = [{ id: "sec-1", heading: "Long", markdown: "word ".repeat(4_000) }];
      const [row] = await server.database.sql`SELECT version FROM posts WHERE id = ${id}`;
      const calls = Array.from({ length: 2_000 }, (_, at) => ({
        method: "PATCH",
        path: `/api/blog/posts/${id}`,
        body: { version: Number(row?.version) + at, title: `Title ${at}`, sections },
      }));
      return { ...NOTHING, kinds: ["calls"], perSecond: 3, calls };
    },
  },
  "5 streams, 33 opened a second": {
    scenario: "slow:60",
    prepare: async (tester) => ({
      ...NOTHING,
      kinds: ["streams"],
      perSecond: STREAMS_PER_SECOND,
      paths: await listStreams(tester),
    }),
  },
  "5 slow bodies, 200 at once": {
    prepare: async () => ({ ...NOTHING, kinds: ["bodies"], atOnce: SLOW_BODIES }),
  },
  "5 streams and slow bodies together": {
    scenario: "slow:60",
    prepare: async (tester) => ({
      ...NOTHING,
      kinds: ["streams", "bodies"],
      perSecond: STREAMS_PER_SECOND,
      atOnce: SLOW_BODIES,
      paths: await listStreams(tester),
    }),
  },
  // The last: what waits wakes a minute later, ended or not, and would be counted as another's doing.
  "2 eight posts that wait for a quota": {
    scenario: "prose+quota-minute:60",
    prepare: async (tester) => {
      await saveKeys(tester);
      const body = { topic: "Caching in Next.js", wordCount: 1_200 };
      for (let at = 0; at < 8; at += 1) await tester.call("POST", "/api/blog/generate", body);
      await waitUntil("all of them to wait", async () => (await countPosts(tester, "wait")) === 8);
      return { ...NOTHING, kinds: ["calls"], calls: [{ method: "GET", path: "/api/blog/posts" }] };
    },
  },
};

/**
 * Ends the runs that an attack has begun, or waits for their end where its user has used up the minute's
 * requests: they would be written in the middle of the next attack, and counted as its doing.
 */
async function endRuns(tester: Tester): Promise<void> {
  const listOpen = () => server.database.sql`
    SELECT id FROM posts WHERE user_id = ${tester.userId} AND finished_at IS NULL`;
  for (const { id } of await listOpen()) await tester.call("POST", `/api/blog/posts/${id}/cancel`);
  await waitUntil("the end of its runs", async () => (await listOpen()).length === 0);
}

test("whatever one hostile user does, the others wait hardly longer, and the server goes on", async () => {
  const looks = await listLooks();
  await timeOthers(server.url, looks, SAMPLES);
  const late: string[] = [];
  for (const [name, { scenario, prepare }] of Object.entries(ATTACKS)) {
    const tester = server.tester(scenario);
    const token = await mint(tester.userId);
    const quiet = await timeOthers(server.url, looks, SAMPLES);
    const attack = { ...(await prepare(tester)), url: server.url, token };
    const end = startAttack(attack);
    await pause(BEGUN_MS);
    const among = await timeOthers(server.url, looks, SAMPLES);
    const answers = JSON.stringify(await end());
    await endRuns(tester);
    const ratio = among.p99 / quiet.p99;
    const ms = (one: typeof quiet) => `${Math.round(one.p50)} and ${Math.round(one.p99)} ms`;
    reportFigure(
      `p99 of others' requests during an attack ÷ before it: ${name}`,
      `${ratio.toFixed(2)}× (p50 and p99 ${ms(among)}, before ${ms(quiet)}; ${SAMPLES} requests each)`,
    );
    console.log(`answers to the attack: ${answers}`);
    if (ratio > 3 || among.p99 > 1_000) late.push(name);
    expect(server.process.exitCode).toBeNull();
  }
  if (process.env.PROOF) expect(late).toEqual([]);
});
