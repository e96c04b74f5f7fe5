import { createServer } from "node:http";
import { inspect } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ErrorCode } from "@/lib/errors";
import { readLog } from "@/sandbox/sandbox-client";
import type { GeminiScenario } from "@/sandbox/scenario/registry";
import { type RunningSandbox, startSandbox } from "@/sandbox/start-sandbox";
import { Secret } from "../secret";
import { checkGeminiKey } from "./check-gemini-key";
import { streamGemini } from "./gemini";
import type { TokenUsage } from "./read-gemini-chunk";
import type { KeyStatus } from "./schema";

const PREFERRED = ["gemini-3.5-flash-lite"];
/** Their replies say nothing of what they cost. */
const UNCOUNTED = new Set(["no-usage", "half-usage"]);
/** An SDK could fall back to one of these by itself. */
const PLANTED = "AIza-owner-key-that-must-never-be-sent";
let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  Object.assign(process.env, { GOOGLE_API_KEY: PLANTED, GEMINI_API_KEY: PLANTED });
});
afterAll(async () => {
  const planted = await readLog(sandbox, PLANTED);
  await sandbox.close();
  expect(planted).toEqual([]);
});

/** A secret that slipped past its own check. */
class EmptySecret extends Secret {
  override open(): string {
    return "";
  }
}

type Options = { signal?: AbortSignal; json?: boolean };

function openStream(secret: Secret, { signal, json }: Options = {}) {
  return streamGemini({
    secret,
    baseUrl: sandbox.url,
    signal: signal ?? AbortSignal.timeout(20_000),
    model: "gemini-3.5-flash-lite",
    system: "Write.",
    prompt: "Topic: Caching\nSection heading: Caching data\nTarget words: 120",
    maxOutputTokens: 8_192,
    ...(json
      ? {
          json: {
            type: "object",
            properties: {
              title: { type: "string" },
              kind: { type: "string", enum: ["news", "guide"] },
              queries: { type: "array", items: { type: "string" }, minItems: 3, maxItems: 3 },
            },
            required: ["title", "kind", "queries"],
          },
        }
      : {}),
  });
}

async function readAll(key: string, options: Options = {}) {
  let text = "";
  let usage: TokenUsage | undefined;
  for await (const piece of openStream(new Secret("gemini", key), options)) {
    text += piece.text;
    usage = piece.usage ?? usage;
  }
  return { text, usage };
}

async function readFailure(action: Promise<unknown>): Promise<unknown> {
  return action.then(
    () => expect.unreachable("the call should have failed"),
    (error: unknown) => error,
  );
}

/** Every way an error could be printed, its causes included. */
function print(error: unknown): string {
  const own = error instanceof Error ? [error.message, error.stack, JSON.stringify(error)] : [];
  const cause = error instanceof Error && error.cause ? print(error.cause) : "";
  const deep = inspect(error, { depth: 10, showHidden: true, getters: true });
  return [...own, deep, String(error), cause].join("\n");
}

type Row = { call: ErrorCode | "text"; check: KeyStatus; checkCode?: ErrorCode };
const fine: Row = { call: "text", check: "valid" };
const dead = (code: ErrorCode): Row => ({ call: code, check: "invalid", checkCode: code });
const mendable = (code: ErrorCode): Row => ({ call: code, check: "unknown", checkCode: code });
const callOnly = (code: ErrorCode): Row => ({ call: code, check: "valid" });

/** Every scenario: what a call ends in, and what a check of the key says. */
const EXPECTED: Record<GeminiScenario, Row & { key?: string }> = {
  ok: fine,
  "malformed-call": fine,
  after: { ...fine, key: "after:5+overloaded" },
  times: { ...callOnly("provider_overloaded"), key: "times:1+overloaded" },
  slow: { ...fine, key: "slow:1" },
  silent: { ...fine, key: "silent:0.01" },
  html502: callOnly("provider_unreachable"),
  error500: callOnly("provider_unreachable"),
  flaky: callOnly("provider_overloaded"),
  bad: dead("key_rejected"),
  expired: dead("key_expired"),
  "notfound-key": dead("key_deleted"),
  leaked: dead("key_leaked"),
  disabled: mendable("api_disabled"),
  restricted: mendable("key_api_blocked"),
  referrer: mendable("key_referrer_blocked"),
  ip: mendable("key_address_blocked"),
  "list-only": mendable("key_may_not_write"),
  "token-type": mendable("key_may_not_write"),
  "project-denied": mendable("project_denied"),
  html403: mendable("gateway_refused"),
  "only-new": { ...callOnly("model_unavailable") },
  "only-dear": { ...callOnly("model_unavailable") },
  closed: callOnly("model_closed"),
  "closed-late": callOnly("model_closed"),
  "closed-dear": fine,
  "billed-as": fine,
  thoughts: fine,
  "thinks-away": callOnly("thoughts_too_long"),
  "no-thinking": fine,
  cached: fine,
  "no-usage": fine,
  "half-usage": fine,
  fenced: fine,
  twice: fine,
  prefaced: fine,
  unstorable: fine,
  other: callOnly("reply_malformed"),
  prepaid: callOnly("prepaid_used_up"),
  "spend-cap": callOnly("spending_cap"),
  "quota-none": callOnly("quota_none"),
  "quota-hours": callOnly("quota_hours"),
  suspended: dead("account_suspended"),
  billing: callOnly("billing_required"),
  country: callOnly("country_refused"),
  model404: callOnly("model_unavailable"),
  "quota-minute": callOnly("quota_minute"),
  "quota-day": callOnly("quota_day"),
  "quota-bare": callOnly("quota_minute"),
  overloaded: callOnly("provider_overloaded"),
  deadline: callOnly("provider_unreachable"),
  "reject-later": { ...callOnly("key_rejected"), key: "reject-later:0" },
  prose: { ...callOnly("provider_overloaded"), key: "prose+overloaded" },
  json: { ...fine, key: "json+overloaded" },
  ttft: { ...fine, key: "ttft:1" },
  split: fine,
  midstream: callOnly("provider_unreachable"),
  cut: callOnly("reply_cut_off"),
  nofinish: callOnly("reply_cut_off"),
  badjson: callOnly("reply_cut_off"),
  wrongtype: callOnly("reply_cut_off"),
  "blocked-prompt": callOnly("content_blocked"),
  safety: callOnly("content_blocked"),
  recitation: callOnly("content_blocked"),
  "max-tokens": callOnly("reply_too_long"),
  empty: fine,
  "off-schema": fine,
  hostile: fine,
  "probe-slow": { ...fine, key: "probe-slow:1" },
  "probe-500": { call: "text", check: "unknown", checkCode: "provider_unreachable" },
  "probe-timeout": { call: "text", check: "unknown", checkCode: "provider_unreachable" },
};

test.each(Object.entries(EXPECTED))(
  "%s ends in the right code, and its error shows nothing of the key",
  async (scenario, { key = scenario, call, check, checkCode }) => {
    const secretText = `${key}-AIzaSyCanary0123456789abcdefghi`;
    const late = AbortSignal.timeout(scenario === "probe-timeout" ? 200 : 20_000);
    const context = { baseUrl: sandbox.url, signal: late, preferred: PREFERRED };
    const checked = await checkGeminiKey(new Secret("gemini", secretText), context);
    expect(checked).toEqual(checkCode ? { status: check, code: checkCode } : { status: check });
    if (call === "text") {
      const { text, usage } = await readAll(secretText);
      expect(text !== "").toBe(scenario !== "empty");
      if (!UNCOUNTED.has(scenario)) expect(usage?.inputTokens).toEqual(expect.any(Number));
      return;
    }
    const error = await readFailure(readAll(secretText));
    expect(error).toMatchObject({ name: "AppError", code: call, context: { provider: "gemini" } });
    expect(print(error)).not.toContain("AIzaSyCanary0123456789");
    expect(print(error)).not.toContain(PLANTED);
  },
);

test("a structured reply is asked for in the provider's own form", async () => {
  const { text } = await readAll("ok-structured", { json: true });
  const reply: { title: string; kind: string; queries: string[] } = JSON.parse(text);
  expect(reply.title).toEqual(expect.any(String));
  expect(["news", "guide"]).toContain(reply.kind);
  expect(reply.queries).toHaveLength(3);
});

test("the wait that Google asks for is rounded up, and told apart from no wait at all", async () => {
  const asked = await readFailure(readAll("quota-minute:34.4-wait"));
  expect(asked).toMatchObject({ code: "quota_minute", context: { retryAfter: 35 } });
  const bare = await readFailure(readAll("quota-bare-wait"));
  expect(bare).toMatchObject({ code: "quota_minute", context: { provider: "gemini" } });
  expect(bare).not.toHaveProperty("context.retryAfter");
});

test("billed output counts thoughts, and the last figures hold for the whole reply", async () => {
  const { usage } = await readAll("ok-usage");
  const [entry] = await readLog(sandbox, "ok-usage");
  expect(usage).toMatchObject({
    inputTokens: entry?.promptTokens,
    outputTokens: entry?.outputTokens,
  });
});

test("a reader that stops, by its signal or by leaving, closes the provider's connection", async () => {
  const stop = new AbortController();
  const aborted = readFailure(
    (async () => {
      for await (const _ of openStream(new Secret("gemini", "slow:200-stop"), stop)) stop.abort();
    })(),
  );
  expect(await aborted).toMatchObject({ name: "AbortError" });
  for await (const _ of openStream(new Secret("gemini", "slow:200-leave"))) break;
  const waiting = new AbortController();
  const silent = readFailure(readAll("silent:30-stop", waiting));
  await expect.poll(() => readLog(sandbox, "silent:30-stop")).toHaveLength(1);
  waiting.abort();
  expect(await silent).toMatchObject({ name: "AbortError" });
  for (const key of ["slow:200-stop", "slow:200-leave", "silent:30-stop"])
    await expect
      .poll(async () => (await readLog(sandbox, key))[0]?.hungUp, { message: key })
      .toBe(true);
});

test("nothing is sent once the signal has fired, or with a key that is empty", async () => {
  expect(await readFailure(readAll("ok-never", { signal: AbortSignal.abort() }))).toMatchObject({
    name: "AbortError",
  });
  expect(await readLog(sandbox, "ok-never")).toEqual([]);
  expect(() => new Secret("gemini", "")).toThrow("empty");
  expect(() => new Secret("gemini", " \n")).toThrow("empty");
  const empty = new EmptySecret("gemini", "not-empty");
  const read = async () => {
    for await (const _ of openStream(empty)) expect.unreachable();
  };
  expect(await readFailure(read())).toMatchObject({ code: "key_missing" });
});

test("a key that cannot stand in a header is not printed either", async () => {
  const key = "ok-☃-AIzaSyCanary0123456789\nx: y";
  const error = await readFailure(readAll(key));
  expect(error).toMatchObject({ name: "AppError" });
  expect(print(error)).not.toContain("Canary");
  const context = {
    baseUrl: sandbox.url,
    signal: AbortSignal.timeout(5_000),
    preferred: PREFERRED,
  };
  expect(await checkGeminiKey(new Secret("gemini", key), context)).toMatchObject({
    status: "unknown",
  });
});

test("a check does not follow a redirect, and a server that is away makes it unknown", async () => {
  const context = {
    baseUrl: "http://127.0.0.1:1",
    signal: AbortSignal.timeout(5_000),
    preferred: PREFERRED,
  };
  expect(await checkGeminiKey(new Secret("gemini", "ok-away"), context)).toEqual({
    status: "unknown",
    code: "provider_unreachable",
  });
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.url} ${request.headers["x-goog-api-key"]}`);
    response.writeHead(302, { location: "/elsewhere" }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  const baseUrl = `http://127.0.0.1:${port}`;
  expect(
    await checkGeminiKey(new Secret("gemini", "ok-redirected"), { ...context, baseUrl }),
  ).toEqual({
    status: "unknown",
    code: "provider_refused",
  });
  expect(seen).toEqual(["/v1beta/models?pageSize=1000 ok-redirected"]);
  server.close();
});
