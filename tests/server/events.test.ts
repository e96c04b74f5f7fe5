import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import type { Post, PostEvent } from "@/lib/blog/schema";
import { LIMITS } from "@/lib/limits/registry";
import { collectEvents, fold, readEvents } from "../world/posts/read-events";
import { readProblem } from "../world/servers/read-problem";
import { shareProduction } from "../world/servers/share-production";
import { saveKeys } from "../world/servers/start-production";
import type { Tester } from "../world/tester";

const TOPIC = "Caching in Next.js";
const FOLLOWERS = 12;
const STREAM = { accept: "text/event-stream" };

const server = shareProduction();
afterAll(() => server.stop());

async function createReadyTester(scenario = "ok"): Promise<Tester> {
  const tester = server.tester(scenario);
  await saveKeys(tester);
  return tester;
}

async function start(tester: Tester, wordCount = 300): Promise<string> {
  const answer = await tester.call("POST", "/api/blog/generate", { topic: TOPIC, wordCount });
  const { id }: { id: string } = await answer.json();
  expect(answer.status).toBe(202);
  return id;
}

async function getPost(tester: Tester, id: string): Promise<Post> {
  return (await tester.call("GET", `/api/blog/posts/${id}`)).json();
}

test("generate streams the run itself, and the stream is the stored post, event by event", async () => {
  const tester = await createReadyTester();
  const body = { topic: TOPIC, wordCount: 600 };
  const headers = { ...STREAM, prefer: "wait=240" };
  const answer = await tester.call("POST", "/api/blog/generate", body, headers);
  expect(answer.headers.get("preference-applied")).toBeNull();
  const location = answer.headers.get("location") ?? "";
  const events = await collectEvents(answer);

  expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
  expect(events.at(-1)).toMatchObject({ type: "done", data: { status: "ready" } });
  const stages = events.flatMap((event) => (event.type === "stage" ? [event.data] : []));
  const order = ["preflight", "plan", "search", "outline", "sections", "check", "seo"];
  expect(stages).toEqual(
    order.flatMap((stage) => [
      { stage, state: "started" },
      { stage, state: "done" },
    ]),
  );
  const post: Post = await (await tester.call("GET", location)).json();
  expect(post.document).toEqual(fold(TOPIC, events));
  expect(post.lastEventId).toBe(events.length);
  expect(post.document.sections.every(({ markdown }) => markdown.trim() !== "")).toBe(true);

  for (const after of [0, 1, Math.floor(events.length / 2), events.length - 1]) {
    const resume = { ...STREAM, "last-event-id": String(after) };
    const rest = await tester.call("GET", `${location}/events`, undefined, resume);
    expect(await collectEvents(rest)).toEqual(events.slice(after));
    const query = await tester.callAt(server.secondUrl)("GET", `${location}/events?after=${after}`);
    expect(await collectEvents(query)).toEqual(events.slice(after));
  }
});

test("12 followers who are cut off again and again, on two servers, end with exactly the stored post", async () => {
  const tester = await createReadyTester("slow:25");
  const id = await start(tester, 900);
  let disconnects = 0;

  async function follow(url: string): Promise<PostEvent[]> {
    const received: PostEvent[] = [];
    while (received.at(-1)?.type !== "done") {
      const patience = 20 + Math.floor(Math.random() * 60);
      const headers = { ...STREAM, "last-event-id": String(received.at(-1)?.id ?? 0) };
      const path = `/api/blog/posts/${id}/events`;
      const line = new AbortController();
      const answer = await tester.callAt(url)("GET", path, undefined, headers, line.signal);
      let heard = 0;
      for await (const event of readEvents(answer)) {
        received.push(event);
        heard += 1;
        if (heard === patience) break;
      }
      line.abort();
      if (received.at(-1)?.type !== "done") disconnects += 1;
    }
    return received;
  }

  const snapshots: Post[] = [];
  const watch = (async () => {
    do snapshots.push(await getPost(tester, id));
    while (snapshots.at(-1)?.finishedAt === null && snapshots.length < 40);
  })();
  const urls = Array.from(
    { length: FOLLOWERS },
    (_, index) => [server.url, server.secondUrl][index % 2],
  );
  const all = await Promise.all(urls.map((url = server.url) => follow(url)));
  await watch;

  const post = await getPost(tester, id);
  expect(post.status).toBe("ready");
  const [first = []] = all;
  for (const received of all) {
    expect(received.map((event) => event.id)).toEqual(first.map((_, index) => index + 1));
    expect(fold(TOPIC, received)).toEqual(post.document);
  }
  expect(disconnects).toBeGreaterThan(FOLLOWERS);
  for (const { document, lastEventId } of snapshots)
    expect(document).toEqual(fold(TOPIC, first.slice(0, lastEventId)));
});

test("Prefer: wait is clamped to 240 seconds, and a run that takes longer is answered with 202", async () => {
  const quick = await createReadyTester();
  const body = { topic: TOPIC, wordCount: 300 };
  const headers = { prefer: "respond-async, wait=99999" };
  const ready = await quick.call("POST", "/api/blog/generate", body, headers);
  expect([ready.status, ready.headers.get("preference-applied")]).toEqual([200, "wait=240"]);

  const slow = await createReadyTester("ttft:3000");
  const late = await slow.call("POST", "/api/blog/generate", body, { prefer: "wait=1" });
  const accepted = await late.json();
  expect([late.status, late.headers.get("preference-applied")]).toEqual([202, "wait=1"]);
  expect(accepted).toMatchObject({
    id: expect.any(String),
    status: "running",
    eventsUrl: `/api/blog/posts/${accepted.id}/events`,
  });
  expect(late.headers.get("location")).toBe(`/api/blog/posts/${accepted.id}`);
  await slow.call("POST", `/api/blog/posts/${accepted.id}/cancel`);
});

test("a user's streams are few: the oldest ends, and says when to come back", async () => {
  const tester = await createReadyTester("ttft:60000");
  const id = await start(tester);
  const open = () => tester.call("GET", `/api/blog/posts/${id}/events`);
  const first = await open();
  const others = await Promise.all(Array.from({ length: 8 }, open));
  expect(await first.text()).toMatch(/retry: 3600000\n\n$/);
  const stop = await tester.call("POST", `/api/blog/posts/${id}/cancel`);
  expect(stop.status).toBe(200);
  for (const other of others) expect(await other.text()).toContain("event: done");
});

test("whoever opens streams far too fast is told when to come back, and comes back to exactly the same", async () => {
  const [hasty, other] = [await createReadyTester("ttft:60000"), await createReadyTester()];
  const path = `/api/blog/posts/${await start(hasty)}/events`;
  const open = () => hasty.call("GET", path, undefined, STREAM);
  const answers = await Promise.all(Array.from({ length: 150 }, open));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(answers.length - refused.length).toBeGreaterThanOrEqual(LIMITS.streamOpenings.atOnce);
  for (const answer of refused) {
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await readProblem(answer)).toMatchObject({ code: "rate_limited" });
  }
  const others = `/api/blog/posts/${await start(other)}/events`;
  const free = await other.call("GET", others, undefined, STREAM);
  expect((await collectEvents(free)).at(-1)?.type).toBe("done");
  await hasty.call("POST", path.replace("events", "cancel"));
  for (const answer of answers) if (answer.ok) await answer.body?.cancel();
  const again = await openPatiently(hasty, path);
  expect((await collectEvents(again)).at(-1)).toMatchObject({ data: { status: "stopped" } });
});

/** As the page does it: when it is refused, it waits and asks again. */
async function openPatiently(tester: Tester, path: string): Promise<Response> {
  const answer = await tester.call("GET", path, undefined, STREAM);
  if (answer.status !== 429) return answer;
  await pause(1_000 * Number(answer.headers.get("retry-after")));
  return openPatiently(tester, path);
}
