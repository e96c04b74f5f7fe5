import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { assistantMessages, assistantRuns, assistantThreads } from "@/drizzle/schema/assistant";
import { usageEvents } from "@/drizzle/schema/usage";
import type { UserId } from "@/lib/auth/user-id";
import { stepOfRun } from "@/lib/copilot/runs/abandon-run";
import { sweepAnswers } from "@/lib/copilot/runs/sweep-answers";
import { answerClient } from "@/lib/copilot/stream/answer-client";
import { getThread } from "@/lib/copilot/threads/get-thread";
import { asUser } from "@/lib/db/as-user";
import { askAssistant, textOf } from "../world/assistant/ask-assistant";
import { clerkUser, saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { makeUser } from "../world/posts/make-post";
import { scaled } from "../world/scale";
import { readSandboxLog } from "../world/servers/sandbox-log";
import { setUpSandbox } from "../world/servers/set-up-sandbox";
import { waitUntil } from "../world/wait-until";

setUpDatabase();
const sandbox = setUpSandbox();
const SAID = "Say something long, word after word, so that there is something to stop.";

async function userWith(key: string): Promise<UserId> {
  const user = clerkUser(`assistant_${randomUUID()}`);
  await saveKeyDirectly(user, { gemini: key, exa: `ok-e-${randomUUID()}` });
  return user;
}
/** The calls that write: a key's models are listed beside them, for nothing. */
const callsOf = async (key: string) =>
  (await readSandboxLog(sandbox().url, key)).filter(({ path }) => /generate/i.test(path));
const ledgerOf = (user: UserId) => asUser(user, (tx) => tx.select().from(usageEvents));
const stop = (user: UserId, threadId: string, runId?: string) =>
  answerClient(
    user,
    new Request("http://localhost/", {
      method: "POST",
      body: runId ? JSON.stringify({ runId }) : null,
    }),
    `agent/default/stop/${threadId}`,
  );

test("Stop closes the provider's connection within a second, here, elsewhere and by closing the page", async () => {
  const late: number[] = [];
  const total = scaled(50);
  for (let number = 0; number < total; number += 1) {
    const key = `slow:600-g-${randomUUID()}`;
    const user = await userWith(key);
    const threadId = randomUUID();
    const page = new AbortController();
    const answer = askAssistant(user, SAID, { threadId, signal: page.signal }).catch(() => []);
    await waitUntil("the call", async () => (await callsOf(key)).length > 0);
    const before = Date.now();
    if (number % 3 === 0) await stop(user, threadId);
    else if (number % 3 === 1) page.abort();
    // As another server does it: a row alone.
    else await asUser(user, (tx) => tx.update(assistantRuns).set({ stopAt: sql`now()` }));
    const calls = await waitUntil("its end", async () => {
      const log = await callsOf(key);
      return log.every(({ ms }) => ms !== null) && log;
    });
    late.push(Date.now() - before);
    await answer;
    expect(calls).toHaveLength(1);
    expect(calls[0]?.hungUp).toBe(true);
    const rows = await waitUntil("the settled row", async () => {
      const all = await ledgerOf(user);
      return all.length === 1 && all[0]?.status !== "pending" && all;
    });
    expect(rows[0]?.status).toBe("estimated");
    await waitUntil("the kept words", async () =>
      Object.values((await getThread({ user, threadId })).problems).includes("stopped"),
    );
  }
  const quick = late.filter((ms) => ms <= 1_000).length;
  // How quick is a question to a machine that does nothing else: the proof asks it.
  if (process.env.PROOF)
    expect(quick / total, `${late.join(", ")} ms`).toBeGreaterThanOrEqual(0.95);
});

test("a killed server leaves a whole thread, and each call one settled row", async () => {
  const user = await makeUser();
  const threadId = randomUUID();
  const runId = randomUUID();
  await asUser(user, async (tx) => {
    await tx
      .insert(assistantThreads)
      .values({ userId: user, id: threadId, title: "Hello", lastSeq: 1 });
    const said = { userId: user, threadId, seq: 1, id: "m1", role: "user", content: "hello there" };
    await tx.insert(assistantMessages).values(said);
    const heartbeatAt = new Date(Date.now() - 60_000);
    await tx.insert(assistantRuns).values({ id: runId, userId: user, threadId, heartbeatAt });
    await tx.insert(usageEvents).values({
      ...{ userId: user, provider: "gemini", operation: "assistant", step: stepOfRun(runId) },
      ...{ model: "gemini-3.5-flash-lite", reservedUsd: 0.004 },
    });
  });
  await sweepAnswers();
  const [abandoned] = await ledgerOf(user);
  expect(abandoned).toMatchObject({ status: "estimated", costUsd: 0.004 });
  const events = await askAssistant(user, null, { threadId });
  expect(textOf(events)).toContain("hello there");
  const rows = await ledgerOf(user);
  expect(rows.map(({ status }) => status).sort()).toEqual(["estimated", "settled"]);
});

test("a Stop that is late names an answer that has ended, and does not end the next one", async () => {
  const key = `slow:600-g-${randomUUID()}`;
  const user = await userWith(key);
  const threadId = randomUUID();
  const answer = askAssistant(user, SAID, { threadId, runId: "the-next" });
  await waitUntil("the call", async () => (await callsOf(key)).length > 0);
  const stopped = async (runId: string) => (await stop(user, threadId, runId)).json();
  expect(await stopped("the-one-before")).toEqual({ stopped: false });
  expect((await callsOf(key)).every(({ ms }) => ms === null)).toBe(true);
  expect(await stopped("the-next")).toEqual({ stopped: true });
  await answer;
});

test("one answer at a time: a second one in the same thread is refused and calls nobody", async () => {
  const key = `slow:100-g-${randomUUID()}`;
  const user = await userWith(key);
  const threadId = randomUUID();
  const first = askAssistant(user, SAID, { threadId });
  await waitUntil("the call", async () => (await callsOf(key)).length > 0);
  await expect(askAssistant(user, "And this?", { threadId })).rejects.toMatchObject({
    code: "assistant_busy",
  });
  expect(textOf(await first)).not.toBe("");
  expect(await callsOf(key)).toHaveLength(1);
});

test("an error is told by its code, is kept, and the answer can be asked for again", async () => {
  const codes = {
    bad: "key_rejected",
    "quota-day": "quota_day",
    error500: "provider_unreachable",
    overloaded: "provider_overloaded",
    safety: "content_blocked",
    leaked: "key_leaked",
  };
  for (const [scenario, code] of Object.entries(codes)) {
    const user = await userWith(`${scenario}-g-${randomUUID()}`);
    const threadId = randomUUID();
    const events = await askAssistant(user, "hello", { threadId });
    expect(events.at(-1), scenario).toMatchObject({ type: "RUN_ERROR", code });
    await saveKeyDirectly(user, { gemini: `ok-g-${randomUUID()}` });
    expect(textOf(await askAssistant(user, null, { threadId })), scenario).toContain("hello");
  }
});

test("six calls a message at the most, whatever is asked for", async () => {
  const key = `ok-g-${randomUUID()}`;
  const user = await userWith(key);
  const { length } = await readSandboxLog(sandbox().url, key);
  await askAssistant(user, "check keys, list posts, explain step, show usage", {});
  expect((await callsOf(key)).length - length).toBeLessThanOrEqual(6);
});

test("the ledger holds what the provider counted, call by call", async () => {
  const key = `ok-g-${randomUUID()}`;
  const user = await userWith(key);
  const total = scaled(200);
  for (let number = 0; number < total; number += 1)
    await askAssistant(user, number % 2 === 0 ? `hello ${number}` : "check keys", {});
  const calls = await callsOf(key);
  const rows = await asUser(user, (tx) =>
    tx
      .select()
      .from(usageEvents)
      .where(eq(usageEvents.operation, "assistant"))
      .orderBy(usageEvents.createdAt),
  );
  expect(rows).toHaveLength(total + Math.floor(total / 2));
  expect(rows.every(({ status }) => status === "settled")).toBe(true);
  const pair = (input: number | null, output: number | null) => `${input} ${output}`;
  expect(rows.map((row) => pair(row.inputTokens, row.outputTokens))).toEqual(
    calls.map((call) => pair(call.promptTokens, call.outputTokens)),
  );
});
