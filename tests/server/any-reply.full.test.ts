import pLimit from "p-limit";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Post } from "@/lib/blog/schema";
import { type SpoilingProxy, startSpoilingProxy } from "../world/providers/start-spoiling-proxy";
import { reportFigure } from "../world/report-figure";
import { scaled } from "../world/scale";
import { type Production, saveKeys, startProduction } from "../world/servers/start-production";
import { waitUntil } from "../world/wait-until";

/** A post is some thirty replies, and three tries of each that is spoiled. */
const POSTS = process.env.PROOF ? scaled(200) : 6;
const AT_ONCE = 5;
const SEED = 20_261_126;
const ENDED = new Set(["ready", "failed", "needs-key"]);

let server: Production;
let proxy: SpoilingProxy;
beforeAll(async () => {
  proxy = await startSpoilingProxy(inject("servers").sandboxUrl, SEED);
  server = await startProduction(() => ({ GEMINI_BASE_URL: proxy.url, EXA_BASE_URL: proxy.url }));
});
afterAll(async () => {
  await server.stop();
  await proxy.close();
});

/** Writes a post while replies are spoiled, and deletes it. @returns how it ended. */
async function writePost(): Promise<string> {
  const tester = server.tester();
  await saveKeys(tester);
  const body = { topic: "Caching in Next.js", wordCount: 300 };
  const { id }: Post = await (await tester.call("POST", "/api/blog/generate", body)).json();
  const post = await waitUntil("the end of the post", async () => {
    const answer = await tester.call("GET", `/api/blog/posts/${id}`);
    const read: Post = await answer.json();
    return ENDED.has(read.status) && read;
  });
  if (post.status === "ready")
    for (const { markdown } of post.document.sections) expect(markdown).not.toBe("");
  expect((await tester.call("DELETE", `/api/blog/posts/${post.id}`)).ok).toBe(true);
  return post.status;
}

test("whatever providers send while posts are written, each post ends, can be deleted, and marks no key", {
  timeout: 3_600_000,
}, async () => {
  const atOnce = pLimit(AT_ONCE);
  const ends = await Promise.all(Array.from({ length: POSTS }, () => atOnce(writePost)));
  const { sql } = server.database;
  const [keys] = await sql`
    SELECT count(*)::int AS marked FROM api_keys WHERE status = 'invalid'`;
  const [rows] = await sql`
    SELECT count(*) FILTER (WHERE status = 'pending')::int AS pending,
      count(*) FILTER (WHERE cost_usd = 'NaN')::int AS wrong FROM usage_events`;
  expect({ ...keys, ...rows }).toEqual({ marked: 0, pending: 0, wrong: 0 });
  expect(proxy.spoiled()).toBeGreaterThan(POSTS);
  reportFigure(
    "Posts written while replies were spoiled: stuck, or with a key marked",
    `0 of ${POSTS}, ${ends.filter((status) => status === "ready").length} ready, ${proxy.spoiled()} replies and frames spoiled`,
  );
});
