import { GoogleGenerativeAIFetchError } from "@google/generative-ai";
import { afterAll, beforeAll, expect, test } from "vitest";
import { modelOf, readLog, readStream, SECTION } from "./sandbox-client";
import { type RunningSandbox, startSandbox } from "./start-sandbox";

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.close());

async function readFailure(action: Promise<unknown>): Promise<GoogleGenerativeAIFetchError> {
  const error = await action.then(
    () => null,
    (cause: unknown) => cause,
  );
  if (error instanceof GoogleGenerativeAIFetchError) return error;
  throw new Error(`Expected a fetch error, got ${String(error)}`);
}

test.each([
  ["bad-1", 400, "API_KEY_INVALID"],
  ["AIzaSyUnknown", 400, "API_KEY_INVALID"],
  ["expired-1", 400, "expired"],
  ["notfound-key-1", 400, "not found"],
  ["billing-1", 400, "enable billing"],
  ["country-1", 400, "location"],
  ["leaked-1", 403, "leaked"],
  ["disabled-1", 403, "SERVICE_DISABLED"],
  ["restricted-1", 403, "API_KEY_SERVICE_BLOCKED"],
  ["referrer-1", 403, "API_KEY_HTTP_REFERRER_BLOCKED"],
  ["ip-1", 403, "API_KEY_IP_ADDRESS_BLOCKED"],
  ["suspended-secret", 403, "api_key:suspended-secret"],
  ["model404-1", 404, "ListModels"],
  ["quota-minute:34.4-1", 429, "34.4s"],
  ["quota-day-1", 429, "PerDay"],
  ["quota-bare-1", 429, "exhausted"],
  ["error500-1", 500, "internal"],
  ["overloaded-1", 503, "overloaded"],
  ["deadline-1", 504, "deadline"],
  ["html502-1", 502, ""],
])("%s is refused with %i", async (key, status, words) => {
  const error = await readFailure(modelOf(sandbox, key).generateContentStream("hello"));
  expect(error.status).toBe(status);
  expect(error.message).toContain(words);
});

test("the models probe fails for what is wrong with a key, not for quotas", async () => {
  const probe = async (key: string) => {
    const headers = { "x-goog-api-key": key };
    return (await fetch(`${sandbox.url}/v1beta/models?pageSize=1`, { headers })).status;
  };
  expect(await probe("ok-p")).toBe(200);
  expect(await probe("quota-day-p")).toBe(200);
  expect(await probe("billing-p")).toBe(200);
  expect(await probe("bad-p")).toBe(400);
  expect(await probe("suspended-p")).toBe(403);
  expect(await probe("probe-500-p")).toBe(500);
  expect(await probe("reject-later:1-p")).toBe(200);
});

test("an unknown model is a 404 that claims to be an event stream", async () => {
  const url = `${sandbox.url}/v1beta/models/nonesuch:streamGenerateContent?alt=sse`;
  const body = JSON.stringify({ contents: [{ parts: [{ text: "hello" }] }] });
  const response = await fetch(url, {
    method: "POST",
    headers: { "x-goog-api-key": "ok-m" },
    body,
  });
  expect(response.status).toBe(404);
  expect(response.headers.get("content-type")).toBe("text/event-stream");
});

test("flaky keys recover, revoked keys do not", async () => {
  const flaky = modelOf(sandbox, "flaky:2-x");
  expect((await readFailure(flaky.generateContent("hello"))).status).toBe(503);
  expect((await readFailure(flaky.generateContent("hello"))).status).toBe(503);
  await flaky.generateContent("hello");
  const revoked = modelOf(sandbox, "reject-later:1-x");
  await revoked.generateContent("hello");
  expect((await readFailure(revoked.generateContent("hello"))).status).toBe(400);
  expect(
    (await readFailure(modelOf(sandbox, "times:1+quota-day-x").generateContent("hi"))).status,
  ).toBe(429);
  await modelOf(sandbox, "times:1+quota-day-x").generateContent("hello");
  await modelOf(sandbox, "json+overloaded-x").generateContent("hello");
});

test("frames split at every byte arrive as the same text", async () => {
  expect((await readStream(sandbox, "split-x")).text).toBe(
    (await readStream(sandbox, "ok-x")).text,
  );
});

test("a stream may break, end early or end without a reason", async () => {
  await expect(readStream(sandbox, "cut:1-x")).rejects.toThrow();
  await expect(readStream(sandbox, "badjson-x")).rejects.toThrow();
  await expect(readStream(sandbox, "wrongtype-x")).rejects.toThrow();
  const { last } = await readStream(sandbox, "midstream:1-x");
  expect(last).toMatchObject({ error: { code: 500, status: "INTERNAL" } });
  expect((await readStream(sandbox, "nofinish-x")).finishReason).toBeUndefined();
  expect((await readStream(sandbox, "safety-x")).finishReason).toBe("SAFETY");
  expect((await readStream(sandbox, "recitation-x")).finishReason).toBe("RECITATION");
  expect((await readStream(sandbox, "max-tokens-x")).finishReason).toBe("MAX_TOKENS");
  const blocked = await readStream(sandbox, "blocked-prompt-x");
  expect(blocked.last).toMatchObject({ promptFeedback: { blockReason: "PROHIBITED_CONTENT" } });
  expect(blocked.last).not.toHaveProperty("candidates");
  expect((await readLog(sandbox, "cut:1-x"))[0]?.hungUp).toBe(false);
});

test("the hostile writer gives every defence something to catch", async () => {
  const { text } = await readStream(sandbox, "hostile-x");
  for (const bait of ["[[S99.p1]]", "https://evil.example", "![pixel]", "<script>", "87.5%"]) {
    expect(text).toContain(bait);
  }
});

test("a client that hangs up stops the writing and is recorded", async () => {
  const key = "slow:30-hangup";
  const stop = new AbortController();
  const url = `${sandbox.url}/v1beta/models/gemini-3.5-flash-lite:streamGenerateContent?alt=sse`;
  const response = await fetch(url, {
    method: "POST",
    headers: { "x-goog-api-key": key },
    body: JSON.stringify({ contents: [{ parts: [{ text: SECTION }] }] }),
    signal: stop.signal,
  });
  await response.body?.getReader().read();
  stop.abort();
  await expect.poll(async () => (await readLog(sandbox, key))[0]).toMatchObject({ hungUp: true });
  const whole = (await modelOf(sandbox, "ok-whole").generateContent(SECTION)).response
    .usageMetadata;
  const [entry] = await readLog(sandbox, key);
  expect(entry?.outputTokens).toBeGreaterThan(20);
  expect(entry?.outputTokens).toBeLessThan((whole?.candidatesTokenCount ?? 0) + 20);
});

test("a probe that never answers is left by its client", async () => {
  const key = "probe-timeout-x";
  const options = { headers: { "x-goog-api-key": key }, signal: AbortSignal.timeout(50) };
  await expect(fetch(`${sandbox.url}/v1beta/models`, options)).rejects.toThrow();
  await expect
    .poll(async () => (await readLog(sandbox, key))[0])
    .toMatchObject({ hungUp: true, status: null });
});

test("a minute's quota is free again after its minute", async () => {
  const ask = () => modelOf(sandbox, "quota-minute:0.1-y").generateContent("hello");
  expect((await readFailure(ask())).status).toBe(429);
  await expect
    .poll(() =>
      ask().then(
        () => "answered",
        () => "refused",
      ),
    )
    .toBe("answered");
});
