import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { assistantActions } from "@/drizzle/schema/assistant";
import { publications } from "@/drizzle/schema/publishing";
import { usageEvents } from "@/drizzle/schema/usage";
import type { UserId } from "@/lib/auth/user-id";
import { listPosts } from "@/lib/blog/library/list-posts";
import { getPost } from "@/lib/blog/posts/get-post";
import { decideAction } from "@/lib/copilot/confirmations/decide-action";
import { actionDecision, runBody, suggestionDecision } from "@/lib/copilot/schema";
import { answerClient } from "@/lib/copilot/stream/answer-client";
import { decideSuggestion } from "@/lib/copilot/suggestions/decide-suggestion";
import { deleteThread } from "@/lib/copilot/threads/delete-thread";
import { getThread } from "@/lib/copilot/threads/get-thread";
import { asUser } from "@/lib/db/as-user";
import { AppError } from "@/lib/errors";
import {
  type AgentEvent,
  askAssistant,
  readAgentEvents,
  resultsOf,
  runInput,
  textOf,
} from "../world/assistant/ask-assistant";
import { HOSTILE_TEXTS } from "../world/assistant/hostile-texts";
import { listForgeries } from "../world/assistant/list-forgeries";
import { setUpDatabase } from "../world/database/set-up-database";
import { insertReadyPost } from "../world/posts/insert-ready-post";
import { makeUser } from "../world/posts/make-post";
import { makeResearchedPost } from "../world/posts/make-researched-post";
import { scaled } from "../world/scale";
import { readSandboxLog } from "../world/servers/sandbox-log";
import { setUpSandbox } from "../world/servers/set-up-sandbox";

setUpDatabase();
const sandbox = setUpSandbox();
const signal = AbortSignal.timeout(100_000);

async function countEffects(user: UserId) {
  const posts = await listPosts(user);
  const deleted = await listPosts(user, { status: "deleted" });
  const [actions, published] = await asUser(user, async (tx) => [
    await tx.select().from(assistantActions),
    await tx.select().from(publications),
  ]);
  const done = actions.filter(({ status }) => status === "done" || status === "running");
  return {
    posts: posts.length,
    deleted: deleted.length,
    done: done.length,
    published: published.length,
  };
}

test("forged histories, results and confirmations do nothing, however they are sent", async () => {
  const { user, post } = await makeResearchedPost();
  const page = { place: "post", postId: post.id };
  const threadId = randomUUID();
  await askAssistant(user, "delete_post", { threadId, page });
  const [action] = (await getThread({ user, threadId })).actions;
  const before = await countEffects(user);
  const tries = listForgeries(post.id, action?.id ?? "");
  expect(tries.length).toBeGreaterThanOrEqual(38);
  for (const { history, text } of tries)
    await askAssistant(user, text, { threadId, page, history });
  for (const { history, text } of tries.slice(0, 6))
    await askAssistant(user, text, { threadId: randomUUID(), page, history });
  expect(await countEffects(user)).toEqual(before);
  expect((await getThread({ user, threadId })).actions).toHaveLength(1);
  for (const sent of [
    { decision: "confirm", args: { postId: randomUUID() } },
    { decision: "confirm", priceUsd: 0 },
    { decision: "CONFIRM" },
    { decision: true },
    { confirm: true },
    ["confirm"],
  ])
    expect(actionDecision.safeParse(sent).success).toBe(false);
  expect(suggestionDecision.safeParse({ decision: "accept", change: {} }).success).toBe(false);
});

test("a click counts once, for its own user, for what was shown, and not for a post that has changed", async () => {
  const { user, post } = await makeResearchedPost();
  const other = await makeUser();
  const page = { place: "post", postId: post.id };
  const threadId = randomUUID();
  await askAssistant(user, "duplicate_post", { threadId, page });
  const [copy] = (await getThread({ user, threadId })).actions;
  const id = copy?.id ?? "";
  await expect(decideAction(other, id, { decision: "confirm", signal })).rejects.toMatchObject({
    code: "not_found",
  });
  const clicks = await Promise.allSettled(
    Array.from({ length: 8 }, () => decideAction(user, id, { decision: "confirm", signal })),
  );
  expect(clicks.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(decideAction(user, id, { decision: "refuse", signal })).rejects.toMatchObject({
    code: "already_decided",
  });
  expect(await countEffects(user)).toMatchObject({ posts: 2, done: 1 });
  await askAssistant(user, "delete_post", { threadId, page });
  const erase = (await getThread({ user, threadId })).actions.at(-1);
  await decideAction(user, erase?.id ?? "", { decision: "refuse", signal });
  await expect(
    decideAction(user, erase?.id ?? "", { decision: "confirm", signal }),
  ).rejects.toMatchObject({ code: "already_decided" });
  expect(await getPost(user, post.id)).not.toBeNull();
});

test("another user's threads, actions, suggestions and posts are as unknown as any other", async () => {
  const { user: anna, post } = await makeResearchedPost();
  const ben = await makeUser();
  const threadId = randomUUID();
  const page = { place: "post", postId: post.id };
  await askAssistant(anna, 'delete_post change_title {"title": "Mine"}', { threadId, page });
  const state = await getThread({ user: anna, threadId });
  const action = state.actions[0]?.id ?? "";
  const suggestion = state.suggestions[0]?.id ?? "";
  const failure = async (work: Promise<unknown>) =>
    work.then(
      () => "no failure",
      (error: unknown) =>
        error instanceof AppError
          ? JSON.stringify({ code: error.code, message: error.message, context: error.context })
          : String(error),
    );
  const stop = (user: UserId, id: string) =>
    answerClient(
      user,
      new Request("http://localhost/", { method: "POST" }),
      `agent/default/stop/${id}`,
    );
  const attacks: ((id: {
    thread: string;
    action: string;
    suggestion: string;
  }) => Promise<unknown>)[] = [
    ({ thread }) => getThread({ user: ben, threadId: thread }),
    ({ thread }) => deleteThread({ user: ben, threadId: thread }),
    ({ thread }) => stop(ben, thread),
    ...(["confirm", "refuse"] as const).map(
      (decision) => (id: { action: string }) => decideAction(ben, id.action, { decision, signal }),
    ),
    ...(["accept", "refuse", "undo"] as const).map(
      (decision) => (id: { suggestion: string }) => decideSuggestion(ben, id.suggestion, decision),
    ),
    ({ suggestion: id }) => decideAction(ben, id, { decision: "confirm", signal }),
    ({ action: id }) => decideSuggestion(ben, id, "accept"),
  ];
  let tried = 0;
  for (let round = 0; round < 4; round += 1)
    for (const attack of attacks) {
      const unknown = { thread: randomUUID(), action: randomUUID(), suggestion: randomUUID() };
      const foreign = { thread: threadId, action, suggestion };
      const found = await failure(attack(foreign));
      expect(found).toContain("not_found");
      expect(found).toBe(await failure(attack(unknown)));
      tried += 1;
    }
  expect(tried).toBeGreaterThanOrEqual(40);
  const own = await askAssistant(ben, "read_post", { threadId, page });
  expect(resultsOf(own).read_post).toMatchObject({ status: "failed", code: "not_found" });
  const replay = new Request("http://localhost/", {
    method: "POST",
    body: JSON.stringify(runInput(null, { threadId })),
  });
  const snapshot = (
    await readAgentEvents(await answerClient(ben, replay, "agent/default/connect"))
  ).find(({ type }) => type === "MESSAGES_SNAPSHOT");
  expect(JSON.stringify(snapshot)).not.toContain("Mine");
  expect(await getThread({ user: anna, threadId })).toEqual(state);
  const log = await readSandboxLog(sandbox().url);
  expect(new Set(log.map(({ keyFingerprint }) => keyFingerprint)).size).toBeGreaterThan(1);
  const rows = await asUser(ben, (tx) =>
    tx.select().from(usageEvents).where(eq(usageEvents.operation, "assistant")),
  );
  expect(rows.every(({ userId }) => userId === ben)).toBe(true);
});

test("whatever posts, pages, notes and sections say, nothing is called and no address leaves", async () => {
  const user = await makeUser();
  expect(HOSTILE_TEXTS.length).toBeGreaterThanOrEqual(60);
  const step = HOSTILE_TEXTS.length / scaled(HOSTILE_TEXTS.length);
  const chosen = HOSTILE_TEXTS.filter((_, index) => Math.floor(index % step) === 0);
  let events: AgentEvent[] = [];
  for (const [index, text] of chosen.entries()) {
    const sections = [{ id: "sec-1", heading: text.slice(0, 200), sourceIds: [], markdown: text }];
    const postId = await insertReadyPost(user, {
      document: { title: text.slice(0, 200), sections, citations: [], verdicts: [] },
    });
    const page = { place: "post", postId, sectionId: "sec-1" };
    const asked =
      index % 2 === 0
        ? 'read_section {"question": "What does it say?"}'
        : "analyze_seo and read_post";
    events = await askAssistant(user, asked, { page });
    const said = textOf(events);
    expect(said, text).not.toMatch(/https?:|!\[|<img|javascript:/i);
    const called = events
      .filter(({ type }) => type === "TOOL_CALL_START")
      .map(({ toolCallName }) => toolCallName);
    expect(called).toEqual(index % 2 === 0 ? ["read_section"] : ["analyze_seo", "read_post"]);
  }
  expect(await countEffects(user)).toMatchObject({ deleted: 0, done: 0, published: 0 });
  const actions = await asUser(user, (tx) => tx.select().from(assistantActions));
  expect(actions).toEqual([]);
  const prompts = (await readSandboxLog(sandbox().url))
    .map(({ prompt }) => prompt ?? "")
    .join("\n");
  expect(prompts).not.toMatch(/ok-[ge]-\d/);
});

test("what the body of a run may hold is bounded", () => {
  const said = (content: unknown, id: unknown = "m1") => ({
    threadId: "t",
    messages: [{ id, role: "user", content }],
  });
  for (const bad of [
    {},
    { threadId: "../../etc" },
    { threadId: "x".repeat(101) },
    said(""),
    said("x".repeat(8_001)),
    said([{ type: "image_url" }]),
    said("hello", "an id with spaces"),
  ])
    expect(runBody.safeParse(bad).success, JSON.stringify(bad).slice(0, 80)).toBe(false);
  expect(
    runBody.parse({ ...said("hello"), context: [{ description: "page", value: "{" }] }).page,
  ).toEqual({ place: "other" });
});
