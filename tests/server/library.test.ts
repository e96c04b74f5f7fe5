import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import type { Post, PostSummary } from "@/lib/blog/schema";
import type { NoticeList } from "@/lib/notices/schema";
import { inFull } from "../world/in-full";
import { collectEvents, fold } from "../world/posts/read-events";
import { API_ROUTES } from "../world/servers/api-routes";
import { readSandboxLog, untilClosed } from "../world/servers/sandbox-log";
import { shareProduction } from "../world/servers/share-production";
import { saveKeys } from "../world/servers/start-production";
import type { Tester } from "../world/tester";
import { waitUntil } from "../world/wait-until";

const TOPIC = "Caching in Next.js";
const BODY = { topic: TOPIC, wordCount: 300 };
/** Every route of one post, with the body that a good request has. */
const POST_ROUTES = Object.entries(API_ROUTES)
  .filter(([route]) => route.startsWith("/api/blog/posts/[id]"))
  .flatMap(([route, methods]) => methods.map((method) => ({ method, route })));

const server = shareProduction();
afterAll(() => server.stop());

async function createWriter(scenario?: string): Promise<Tester> {
  const tester = server.tester(scenario);
  await saveKeys(tester);
  return tester;
}

async function write(tester: Tester): Promise<Post> {
  const answer = await tester.call("POST", "/api/blog/generate", BODY, { prefer: "wait=240" });
  return answer.json();
}

async function read<T>(tester: Tester, path: string): Promise<T> {
  return (await tester.call("GET", path)).json();
}
const list = async (tester: Tester, query = "") =>
  (await read<{ posts: PostSummary[] }>(tester, `/api/blog/posts${query}`)).posts;
const NO_NEWS: NoticeList = { notices: [], unread: 0, refusedKeys: [] };
const readNotices = (tester: Tester) => read<NoticeList>(tester, "/api/notices");

/** A body that the route takes: what is not there is missed before anything else is. */
function bodyOf(method: string, route: string): object {
  const last = route.split("/").at(-1) ?? "";
  const bodies: Record<string, object> = {
    outline: { sections: [{ heading: "A heading" }] },
    improve: { instruction: "Make it shorter", sections: [{ heading: "A heading" }] },
    analyses: { version: 1, kind: "seo" },
    back: { phase: "sections" },
    cap: { capUsd: 1 },
    resume: {},
    continue: { before: "What comes next" },
    proposal: { version: 1, postIds: [randomUUID()] },
    publish: { as: "draft", confirm: true },
    revise: { version: 1, action: "expand" },
  };
  if (method === "PATCH") return { version: 1, title: "A title" };
  return bodies[last] ?? { version: 1 };
}

test("a post is deleted on every route of it, and restored as it was", async () => {
  const tester = await createWriter();
  const post = await write(tester);
  const url = `/api/blog/posts/${post.id}`;
  const deleted = await tester.call("DELETE", url);
  expect([deleted.status, await deleted.text()]).toEqual([204, ""]);
  for (const { method, route } of POST_ROUTES.filter(({ route }) => !route.endsWith("/restore"))) {
    const body = method === "GET" || method === "DELETE" ? undefined : bodyOf(method, route);
    const path = route
      .replace("[id]", post.id)
      .replace("[sectionId]", "sec-1")
      .replace("[sourceId]", "S1")
      .replace("[version]", "1")
      .replace(/export$/, "export?format=md");
    const answer = await tester.call(method, path, body);
    expect.soft([method, route, answer.status]).toEqual([method, route, 404]);
  }
  expect(await list(tester)).toEqual([]);
  expect(await list(tester, "?status=deleted")).toMatchObject([{ id: post.id }]);
  expect(await readNotices(tester)).toEqual(NO_NEWS);
  const restored = await tester.call("POST", `${url}/restore`);
  expect([restored.status, await restored.json()]).toEqual([200, post]);
  expect(await list(tester)).toMatchObject([{ id: post.id, deletedAt: null }]);
});

inFull(
  "deleting a post closes its connections to the providers, and nothing is called after it",
  async () => {
    const tester = await createWriter("slow:150");
    const { id } = await (await tester.call("POST", "/api/blog/generate", BODY)).json();
    await waitUntil("a section to be begun", async () => {
      const { document } = await read<Post>(tester, `/api/blog/posts/${id}`);
      return document.sections.some(({ markdown }) => markdown !== "");
    });
    expect((await tester.call("DELETE", `/api/blog/posts/${id}`)).status).toBe(204);
    const calls = await untilClosed(server.sandboxUrl, tester.keys.gemini);
    const restored = await tester.call("POST", `/api/blog/posts/${id}/restore`);
    expect(await restored.json()).toMatchObject({ status: "stopped" });
    const later = await readSandboxLog(server.sandboxUrl, tester.keys.gemini);
    expect(later).toHaveLength(calls.length);
  },
);

test("a copy is a post of its own, whose stream folds to its document and which cost nothing", async () => {
  const tester = await createWriter();
  const post = await write(tester);
  const log = () =>
    Promise.all(Object.values(tester.keys).map((key) => readSandboxLog(server.sandboxUrl, key)));
  const calls = await log();
  const answer = await tester.call("POST", `/api/blog/posts/${post.id}/duplicate`);
  const copy: Post = await answer.json();
  expect(answer.status).toBe(201);
  expect(answer.headers.get("location")).toBe(`/api/blog/posts/${copy.id}`);
  expect(copy).toMatchObject({ status: "ready", version: 1, topic: TOPIC });
  expect(copy.document).toEqual({
    ...post.document,
    title: `Copy of ${post.document.title}`,
    cost: { totalUsd: 0, byProvider: {} },
  });
  const events = await tester.call("GET", `/api/blog/posts/${copy.id}/events`);
  expect(fold(TOPIC, await collectEvents(events))).toEqual(copy.document);
  expect(await log()).toEqual(calls);
  await tester.call("DELETE", `/api/blog/posts/${post.id}`);
  expect(await read(tester, `/api/blog/posts/${copy.id}`)).toEqual(copy);
});

test("a post that is being written is not duplicated", async () => {
  const tester = await createWriter("slow:150");
  const { id } = await (await tester.call("POST", "/api/blog/generate", BODY)).json();
  const answer = await tester.call("POST", `/api/blog/posts/${id}/duplicate`);
  expect([answer.status, await answer.json()]).toMatchObject([409, { code: "still_writing" }]);
  await tester.call("POST", `/api/blog/posts/${id}/cancel`);
});

inFull(
  "the list is searched and filtered by the server, and an unknown status is named",
  async () => {
    const tester = await createWriter();
    const { id } = await write(tester);
    expect(await list(tester, "?q=NEXT%20caching")).toMatchObject([{ id }]);
    expect(await list(tester, "?q=heat%20pumps")).toEqual([]);
    expect(await list(tester, "?status=ready")).toMatchObject([{ id }]);
    expect(await list(tester, "?status=failed")).toEqual([]);
    const refused = await tester.call("GET", "/api/blog/posts?status=lost");
    const problem = { code: "invalid", fields: [{ field: "status" }] };
    expect([refused.status, await refused.json()]).toMatchObject([422, problem]);
  },
);

test("a run that ends gives one notice, which is read by id, by post or with all others", async () => {
  const tester = await createWriter();
  const [one, other] = [await write(tester), await write(tester)];
  const { notices, unread } = await readNotices(tester);
  expect(unread).toBe(2);
  expect(notices).toMatchObject([
    { postId: other.id, kind: "ready", title: other.document.title, readAt: null },
    { postId: one.id, kind: "ready" },
  ]);
  const mark = async (body: object) => {
    const answer = await tester.call("POST", "/api/notices/read", body);
    return (await answer.json()).unread;
  };
  expect(await mark({ ids: [notices[0]?.id] })).toBe(1);
  expect(await mark({ postId: one.id })).toBe(0);
  expect(await mark({ all: true })).toBe(0);
  for (const bad of [{}, { ids: [] }, { ids: ["1"] }, { all: false }, { all: true, user: "x" }])
    expect((await tester.call("POST", "/api/notices/read", bad)).status).toBe(422);
});

test("a stopped run gives no notice, and a key that stopped working says so", async () => {
  const tester = await createWriter("reject-later:2");
  const post = await write(tester);
  expect(await readNotices(tester)).toMatchObject({
    notices: [{ postId: post.id, kind: "needs-key" }],
  });
});

test("somebody else's posts and notices are not there: nothing is shown, changed or told", async () => {
  const [owner, stranger] = [await createWriter(), await createWriter()];
  const post = await write(owner);
  const before = [await list(owner), await readNotices(owner)];
  const requests = [
    ["DELETE", ""],
    ["POST", "/restore"],
    ["POST", "/duplicate"],
  ] as const;
  for (const [method, path] of requests)
    for (const id of [post.id, "00000000-0000-4000-8000-000000000000"]) {
      const answer = await stranger.call(method, `/api/blog/posts/${id}${path}`);
      expect([answer.status, await answer.json()]).toMatchObject([404, { code: "not_found" }]);
    }
  const ids = (await readNotices(owner)).notices.map((notice) => notice.id);
  for (const body of [{ ids }, { postId: post.id }, { all: true }])
    await stranger.call("POST", "/api/notices/read", body);
  expect(await list(stranger)).toEqual([]);
  expect(await readNotices(stranger)).toEqual(NO_NEWS);
  expect([await list(owner), await readNotices(owner)]).toEqual(before);
});
