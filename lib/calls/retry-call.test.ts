import { afterAll, beforeAll, expect, test } from "vitest";
import { readLog } from "@/sandbox/sandbox-client";
import { type RunningSandbox, startSandbox } from "@/sandbox/start-sandbox";
import { mintUserId } from "../auth/user-id";
import { searchExa } from "../providers/exa";
import { streamGemini } from "../providers/gemini";
import { Secret } from "../secret";
import type { Caller } from "./caller";
import { retryCall } from "./retry-call";

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.close());

let users = 0;
/** A caller that is nobody and remembers the waits it announced. */
function openRun(stop = new AbortController()) {
  const waits: string[] = [];
  const run: Caller = {
    user: mintUserId(`user_retry_${++users}`),
    postId: null,
    model: "gemini-3.5-flash-lite",
    signal: stop.signal,
    onCost: () => {},
    patience: { until: Number.POSITIVE_INFINITY, onWait: (until) => waits.push(until) },
  };
  return { run, waits, stop };
}

/** One real call of Gemini or Exa with a key that says what goes wrong. */
async function writeText(run: Caller, key: string): Promise<string> {
  let text = "";
  const call = {
    model: run.model,
    system: "Write.",
    prompt: "Topic: Caching",
    maxOutputTokens: 4_096,
  };
  const secret = new Secret("gemini", key);
  const pieces = streamGemini({ ...call, secret, baseUrl: sandbox.url, signal: run.signal });
  for await (const piece of pieces) text += piece.text;
  return text;
}

const search = (run: Caller, key: string) =>
  searchExa({
    secret: new Secret("exa", key),
    baseUrl: sandbox.url,
    signal: run.signal,
    query: "caching",
    type: "auto" as const,
    numResults: 3,
    maxCharacters: 500,
  });

/** Each has a key of its own, so they wait beside each other. */
test.concurrent.each([
  "flaky:2",
  "times:2+error500",
  "times:2+cut:1",
  "times:2+nofinish",
  "times:2+html502",
])("%s: what passes is tried again, up to three calls in all", async (scenario) => {
  const { run, waits } = openRun();
  const key = `${scenario}-retry`;
  expect(await retryCall(run, "gemini", () => writeText(run, key))).not.toBe("");
  expect(await readLog(sandbox, key)).toHaveLength(3);
  expect(waits).toEqual([]);
});

test.concurrent("an overload that does not pass ends after three calls with its own error", async () => {
  const { run } = openRun();
  await expect(
    retryCall(run, "gemini", () => writeText(run, "overloaded-retry")),
  ).rejects.toMatchObject({
    code: "provider_overloaded",
  });
  expect(await readLog(sandbox, "overloaded-retry")).toHaveLength(3);
  await expect(retryCall(run, "exa", () => search(run, "error500-retry"))).rejects.toMatchObject({
    code: "provider_unreachable",
  });
  expect(await readLog(sandbox, "error500-retry")).toHaveLength(3);
});

test.concurrent.each([
  ["bad", "key_rejected"],
  ["leaked", "key_leaked"],
  ["suspended", "account_suspended"],
  ["billing", "billing_required"],
  ["restricted", "key_api_blocked"],
  ["model404", "model_unavailable"],
  ["quota-day", "quota_day"],
  ["quota-minute:90", "quota_hours"],
  ["quota-none", "quota_none"],
  ["prepaid", "prepaid_used_up"],
  ["closed", "model_closed"],
  ["safety", "content_blocked"],
  ["max-tokens", "reply_too_long"],
])("%s: what another try would not change is asked once", async (scenario, code) => {
  const { run, waits } = openRun();
  const key = `${scenario}-once`;
  await expect(retryCall(run, "gemini", () => writeText(run, key))).rejects.toMatchObject({ code });
  expect(await readLog(sandbox, key)).toHaveLength(1);
  expect(waits).toEqual([]);
});

test.concurrent("a quota by the minute is waited for as long as the provider says, and the wait announced", async () => {
  const { run, waits } = openRun();
  const key = "quota-minute:0.6-wait";
  const before = Date.now();
  expect(await retryCall(run, "gemini", () => writeText(run, key))).not.toBe("");
  expect(await readLog(sandbox, key)).toHaveLength(2);
  expect(waits).toEqual([expect.any(String)]);
  const until = Date.parse(waits[0] ?? "");
  expect(until - before).toBeGreaterThanOrEqual(1_000);
  expect(Date.now()).toBeGreaterThanOrEqual(until);
});

test.concurrent("calls in parallel wait behind one gate, and one goes ahead: few requests are wasted", async () => {
  const { run, waits } = openRun();
  const key = "quota-minute:1-gate";
  const post = { ...run, postId: "5d3c1a52-6f0e-4a71-9a39-0c5f4a1c2b3d" };
  const calls = Array.from({ length: 6 }, () =>
    retryCall(post, "gemini", () => writeText(post, key)),
  );
  for (const text of await Promise.all(calls)) expect(text).not.toBe("");
  const log = await readLog(sandbox, key);
  expect(log.filter(({ status }) => status === 429).length).toBeLessThanOrEqual(2);
  expect(log.filter(({ status }) => status === 200)).toHaveLength(6);
  expect(waits.length).toBeGreaterThan(0);
});

test("stopping ends a wait and a call at once, and nothing is asked again", async () => {
  const { run, waits, stop } = openRun();
  const waiting = retryCall(run, "gemini", () => writeText(run, "quota-minute:60-stop"));
  const failed = expect(waiting).rejects.toMatchObject({ name: "AbortError" });
  await expect.poll(() => waits.length).toBe(1);
  stop.abort();
  await failed;
  expect(await readLog(sandbox, "quota-minute:60-stop")).toHaveLength(1);
  await expect(retryCall(run, "gemini", () => writeText(run, "ok-stop"))).rejects.toMatchObject({
    name: "AbortError",
  });
  expect(await readLog(sandbox, "ok-stop")).toEqual([]);
});

test("a mistake of our own is not taken for the provider's", async () => {
  const { run } = openRun();
  let calls = 0;
  const broken = retryCall(run, "gemini", async () => {
    calls += 1;
    throw new TypeError("undefined is not a function");
  });
  await expect(broken).rejects.toThrow("undefined is not a function");
  expect(calls).toBe(1);
});
