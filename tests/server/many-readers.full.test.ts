import { afterAll, beforeAll, expect, test } from "vitest";
import type { Post, PostEvent } from "@/lib/blog/schema";
import { type RunningSandbox, startSandbox } from "@/sandbox/start-sandbox";
import { fold, readEvents } from "../world/posts/read-events";
import { reportFigure } from "../world/report-figure";
import { scaled } from "../world/scale";
import type { App } from "../world/servers/start-app";
import { type Production, saveKeys, startProduction } from "../world/servers/start-production";
import type { Tester } from "../world/tester";

const RUNS = scaled(200);
const DISCONNECTS = 5;
const TOPIC = "Caching in Next.js";

let sandbox: RunningSandbox;
let server: Production;
let second: App;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, chunkMs: 40, ttftMs: 200, exaMs: 100 });
  server = await startProduction(undefined, { sandboxUrl: sandbox.url });
  second = await server.startSecond();
});
afterAll(async () => {
  await server.stop();
  await sandbox.close();
});

type Read = { received: PostEvent[]; disconnects: number };

/** Reads a run to its end, hanging up after every few events, now at one server, now at the other. */
async function readWithBreaks(tester: Tester, id: string): Promise<Read> {
  const received: PostEvent[] = [];
  for (let disconnects = 0; ; disconnects += 1) {
    const line = new AbortController();
    const url = Math.random() < 0.5 ? server.url : second.url;
    const headers = { "last-event-id": String(received.at(-1)?.id ?? 0) };
    const path = `/api/blog/posts/${id}/events`;
    const answer = await tester.callAt(url)("GET", path, undefined, headers, line.signal);
    if (answer.status === 204) return { received, disconnects };
    const patience =
      disconnects < DISCONNECTS ? 1 + Math.floor(Math.random() * 8) : Number.POSITIVE_INFINITY;
    let heard = 0;
    for await (const event of readEvents(answer)) {
      received.push(event);
      heard += 1;
      if (heard === patience) break;
    }
    line.abort();
    if (heard < patience && received.at(-1)?.type === "done") return { received, disconnects };
  }
}

async function runAndRead(): Promise<{ exact: boolean; disconnects: number; events: number }> {
  const tester = server.tester();
  await saveKeys(tester);
  const body = { topic: TOPIC, wordCount: 600 };
  const answer = await tester.call("POST", "/api/blog/generate", body);
  const { id }: { id: string } = await answer.json();
  const { received, disconnects } = await readWithBreaks(tester, id);
  const post: Post = await (await tester.call("GET", `/api/blog/posts/${id}`)).json();
  expect(post.status).toBe("ready");
  expect(received.map((event) => event.id)).toEqual(received.map((_, index) => index + 1));
  expect(received).toHaveLength(post.lastEventId);
  expect(fold(TOPIC, received)).toEqual(post.document);
  return { exact: true, disconnects, events: received.length };
}

test("many runs at once, each with a reader who is cut off again and again: all end with exactly the stored document", async () => {
  const reads = await Promise.all(Array.from({ length: RUNS }, runAndRead));
  for (const { disconnects } of reads) expect(disconnects).toBeGreaterThanOrEqual(DISCONNECTS);
  const events = reads.reduce((sum, read) => sum + read.events, 0);
  reportFigure(
    "Runs at once, each reader cut off at least five times, on two servers",
    `${RUNS} of ${RUNS} readers hold exactly the stored document; ${events} events, 0 lost, doubled or out of order`,
  );
}, 1_800_000);
