import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { getPost } from "@/lib/blog/posts/get-post";
import { decideAction } from "@/lib/copilot/confirmations/decide-action";
import { decideSuggestion } from "@/lib/copilot/suggestions/decide-suggestion";
import { getThread } from "@/lib/copilot/threads/get-thread";
import { keepDraft } from "@/lib/onboarding/keep-draft";
import { readStepData } from "@/lib/onboarding/read-step-data";
import { askAssistant, resultsOf, textOf } from "../world/assistant/ask-assistant";
import { setUpDatabase } from "../world/database/set-up-database";
import { makeUser } from "../world/posts/make-post";
import { makeResearchedPost } from "../world/posts/make-researched-post";
import { readSandboxLog } from "../world/servers/sandbox-log";
import { setUpSandbox } from "../world/servers/set-up-sandbox";

setUpDatabase();
const sandbox = setUpSandbox();
const signal = AbortSignal.timeout(60_000);

test("an answer streams, is kept with its cost, and is not paid for twice", async () => {
  const user = await makeUser();
  const threadId = randomUUID();
  const messageId = randomUUID();
  const events = await askAssistant(user, "hello there", { threadId, messageId });
  expect(events.map(({ type }) => type).slice(0, 3)).toEqual([
    "RUN_STARTED",
    "TEXT_MESSAGE_START",
    "TEXT_MESSAGE_CONTENT",
  ]);
  expect(textOf(events)).toContain("hello there");
  expect(events.at(-1)?.type).toBe("RUN_FINISHED");
  const { costUsd } = await getThread({ user, threadId });
  expect(costUsd).toBeGreaterThan(0);
  const again = await askAssistant(user, "hello there", { threadId, messageId });
  expect(again.map(({ type }) => type)).toEqual(["RUN_STARTED", "RUN_FINISHED"]);
  expect((await getThread({ user, threadId })).costUsd).toBe(costUsd);
});

test("tools are called at once and in parallel, and the answer goes on with their results", async () => {
  const { user, post } = await makeResearchedPost();
  const page = { place: "post", postId: post.id, sectionId: "sec-2" };
  const events = await askAssistant(user, "read_post and check_keys and list posts", { page });
  const results = resultsOf(events);
  expect(results.read_post).toMatchObject({
    id: post.id,
    status: "ready",
    title: post.document.title,
  });
  expect(results.check_keys).toMatchObject({ keys: expect.any(Array) });
  expect(results.list_posts).toMatchObject({ all: 1 });
  expect(textOf(events)).not.toBe("");
});

test("a suggestion waits, is accepted once, is undone, and is refused a post that has moved on", async () => {
  const { user, post } = await makeResearchedPost();
  const page = { place: "post", postId: post.id, sectionId: "sec-2" };
  const threadId = randomUUID();
  await askAssistant(
    user,
    'change_title {"title": "Another title"} change_outline {"change": "rename", "sectionId": "sec-1", "heading": "Begin here"}',
    { threadId, page },
  );
  const { suggestions } = await getThread({ user, threadId });
  expect(suggestions.map(({ status, stale }) => ({ status, stale }))).toEqual(
    Array(2).fill({ status: "waiting", stale: false }),
  );
  const [title, outline] = suggestions;
  expect((await getPost(user, post.id))?.document.title).toBe(post.document.title);
  await decideSuggestion(user, title?.id ?? "", "accept");
  expect((await getPost(user, post.id))?.document.title).toBe("Another title");
  await expect(decideSuggestion(user, title?.id ?? "", "accept")).rejects.toMatchObject({
    code: "already_decided",
  });
  await expect(decideSuggestion(user, outline?.id ?? "", "accept")).rejects.toMatchObject({
    code: "edit_conflict",
  });
  await decideSuggestion(user, title?.id ?? "", "undo");
  expect((await getPost(user, post.id))?.document.title).toBe(post.document.title);
  await decideSuggestion(user, outline?.id ?? "", "refuse");
});

test("what costs waits for a click with its price, then makes a suggestion, and the talk goes on", async () => {
  const { user, post } = await makeResearchedPost();
  const page = { place: "post", postId: post.id, sectionId: "sec-2" };
  const threadId = randomUUID();
  const events = await askAssistant(user, "shorten_section please", { threadId, page });
  expect(resultsOf(events).shorten_section).toMatchObject({ status: "waits for a click" });
  expect(textOf(events)).toBe("");
  const [action] = (await getThread({ user, threadId })).actions;
  expect(action).toMatchObject({ status: "waiting", title: "Shorten “Heading 2”" });
  expect(action?.priceUsd).toBeGreaterThan(0.01);
  const done = await decideAction(user, action?.id ?? "", { decision: "confirm", signal });
  expect(done.status).toBe("done");
  const state = await getThread({ user, threadId });
  expect(state.suggestions).toHaveLength(1);
  expect(state.suggestions[0]?.shown[0]?.sectionId).toBe("sec-2");
  expect(textOf(await askAssistant(user, null, { threadId, page }))).not.toBe("");
});

test("a question about the research is answered with sentences that cite, and nothing else", async () => {
  const { user, post } = await makeResearchedPost();
  const page = { place: "post", postId: post.id };
  const threadId = randomUUID();
  const events = await askAssistant(
    user,
    'ask_research {"question": "How many pages does the cache hold?"}',
    { threadId, page },
  );
  expect(textOf(events)).toMatch(/\[\^S\d\.p\d\]/);
  const state = await getThread({ user, threadId });
  expect(Object.values(state.citations).flat()[0]).toMatchObject({ sourceId: expect.any(String) });
});

test("a form is filled in and brought back, but not over what was typed since; and a click counts once", async () => {
  const user = await makeUser();
  const threadId = randomUUID();
  const page = { place: "wizard", step: "research" };
  const typed = { topics: "brakes", competitors: [] };
  await keepDraft(user, "research", { values: typed, openedOn: undefined });
  const told = resultsOf(await askAssistant(user, "explain_step", { threadId, page }));
  expect(told.explain_step).toMatchObject({ step: "Research", halfFilledFields: ["topics"] });
  expect((await readSandboxLog(sandbox().url)).at(-1)?.prompt).toContain("not saved yet: topics");
  const said = 'suggest_competitors {"description": "Articles about caching for developers."}';
  await askAssistant(user, said, { threadId, page });
  const id = (await getThread({ user, threadId })).suggestions[0]?.id ?? "";
  const clicks = await Promise.allSettled(
    Array.from({ length: 5 }, () => decideSuggestion(user, id, "accept")),
  );
  expect(clicks.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const { draft } = await readStepData(user, "research");
  expect(draft).toMatchObject({
    topics: "brakes",
    competitors: expect.arrayContaining([expect.objectContaining({ name: expect.any(String) })]),
  });
  const later = { values: { ...typed, topics: "brakes and bells" }, openedOn: undefined };
  await keepDraft(user, "research", later);
  await expect(decideSuggestion(user, id, "undo")).rejects.toMatchObject({ code: "conflict" });
  expect((await readStepData(user, "research")).draft).toEqual(later.values);
});

test("of an edit and its decision both are there or neither, however many click", async () => {
  const { user, post } = await makeResearchedPost();
  const page = { place: "post", postId: post.id };
  const threadId = randomUUID();
  await askAssistant(user, 'change_title {"title": "Another title"}', { threadId, page });
  const id = (await getThread({ user, threadId })).suggestions[0]?.id ?? "";
  const decisions = ["accept", "refuse", "accept", "refuse", "accept"] as const;
  const clicks = await Promise.allSettled(decisions.map((one) => decideSuggestion(user, id, one)));
  expect(clicks.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const [decided] = (await getThread({ user, threadId })).suggestions;
  const changed = await getPost(user, post.id);
  const isAccepted = decided?.status === "accepted";
  expect(changed?.document.title).toBe(isAccepted ? "Another title" : post.document.title);
  expect(changed?.version).toBe(isAccepted ? post.version + 1 : post.version);
});
