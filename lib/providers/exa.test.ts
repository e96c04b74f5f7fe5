import { inspect } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ErrorCode } from "@/lib/errors";
import { readLog } from "@/sandbox/sandbox-client";
import { EXA_SCENARIOS, type ExaScenario } from "@/sandbox/scenario/registry";
import { type RunningSandbox, startSandbox } from "@/sandbox/start-sandbox";
import { Secret } from "../secret";
import { checkExaKey, searchExa } from "./exa";
import type { KeyStatus } from "./schema";

/** `exa-js` falls back to this by itself when its key is empty. */
const PLANTED = "exa-owner-key-that-must-never-be-sent";
const CANARY = "3f2b8c1e-canary-4d5a-9e7f-0123456789ab";
let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  Object.assign(process.env, { EXA_API_KEY: PLANTED, EXASEARCH_API_KEY: PLANTED });
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

function search(secret: Secret, signal = AbortSignal.timeout(20_000), baseUrl = sandbox.url) {
  const what = {
    query: "caching in Next.js",
    type: "auto" as const,
    numResults: 5,
    maxCharacters: 2_000,
  };
  return searchExa({ ...what, secret, baseUrl, signal });
}

function check(secret: Secret, signal = AbortSignal.timeout(20_000)) {
  return checkExaKey(secret, { baseUrl: sandbox.url, signal });
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

type Row = { call: ErrorCode | "results"; check: KeyStatus; key?: string };
const fine: Row = { call: "results", check: "valid" };
const passing = (code: ErrorCode): Row => ({ call: code, check: "unknown" });

/** Every scenario: what a search ends in, and what a check of the key says. */
const EXPECTED: Record<ExaScenario, Row> = {
  ok: fine,
  after: { ...fine, key: "after:5+error500" },
  times: { ...passing("provider_unreachable"), key: "times:2+error500" },
  slow: { ...fine, key: "slow:1" },
  silent: { ...fine, key: "silent:0.01" },
  html502: passing("provider_unreachable"),
  error500: passing("provider_unreachable"),
  flaky: { ...passing("provider_unreachable"), key: "flaky:2" },
  bad: { call: "key_rejected", check: "invalid" },
  "no-credits": { call: "no_credits", check: "valid" },
  nocredits: { call: "no_credits", check: "valid" },
  budget: { call: "no_credits", check: "valid" },
  "team-budget": { call: "no_credits", check: "valid" },
  forbidden: passing("provider_refused"),
  invalid: passing("provider_refused"),
  quota: passing("quota_minute"),
  "reject-later": { call: "key_rejected", check: "invalid", key: "reject-later:0" },
  empty: fine,
  redirect: passing("provider_refused"),
  nocost: fine,
  html401: passing("gateway_refused"),
  "bad-row": fine,
  remarks: fine,
  "hostile-pages": fine,
};

test.each(Object.entries(EXPECTED))(
  "%s ends in the right code, and its error shows nothing of the key",
  async (scenario, { key = scenario, call, check: status }) => {
    const secret = new Secret("exa", `${key}-${CANARY}`);
    const checked = await check(secret);
    expect(checked).toMatchObject(call === "results" ? { status } : { status, code: call });
    expect(checked.code).toBe(call === "results" ? undefined : call);
    if (call === "results") {
      const { results, costUsd } = await search(secret);
      expect(results.length > 0).toBe(scenario !== "empty");
      expect(costUsd).toBe(scenario === "nocost" ? undefined : 0.007);
      return;
    }
    const error = await readFailure(search(secret));
    expect(error).toMatchObject({ name: "AppError", code: call, context: { provider: "exa" } });
    expect(print(error)).not.toContain(CANARY);
    expect(print(error)).not.toContain(PLANTED);
  },
);

test("every scenario of the sandbox has a row", () => {
  expect(Object.keys(EXPECTED).sort()).toEqual(Object.keys(EXA_SCENARIOS).sort());
});

test("a redirect is not followed, so the key stays where it was sent", async () => {
  await readFailure(search(new Secret("exa", "redirect-once")));
  expect((await readLog(sandbox, "redirect-once")).map(({ path }) => path)).toEqual(["/search"]);
});

test("a search that is stopped closes its connection; one that was stopped before sends nothing", async () => {
  const stop = new AbortController();
  const failure = readFailure(search(new Secret("exa", "silent:30-stop"), stop.signal));
  await expect.poll(() => readLog(sandbox, "silent:30-stop")).toHaveLength(1);
  stop.abort();
  expect(await failure).toMatchObject({ name: "AbortError" });
  await expect
    .poll(async () => (await readLog(sandbox, "silent:30-stop"))[0])
    .toMatchObject({ hungUp: true });
  const before = await readFailure(search(new Secret("exa", "ok-never"), AbortSignal.abort()));
  expect(before).toMatchObject({ name: "AbortError" });
  expect(await readLog(sandbox, "ok-never")).toEqual([]);
  expect(await check(new Secret("exa", "silent:30-check"), AbortSignal.timeout(50))).toEqual({
    status: "unknown",
    code: "provider_unreachable",
  });
});

test("an empty key throws and never falls back to one of the environment", async () => {
  expect(() => new Secret("exa", "")).toThrow("empty");
  const empty = new EmptySecret("exa", "not-empty");
  expect(await readFailure(search(empty))).toMatchObject({ code: "key_missing" });
  expect(await check(empty)).toEqual({ status: "unknown", code: "key_missing" });
  expect(await readLog(sandbox, PLANTED)).toEqual([]);
});

test("a key that cannot stand in a header, or a host that is away, shows nothing of the key", async () => {
  const odd = await Promise.all(
    [`ok-☃-${CANARY}`, `ok-${CANARY}\nx: y`].map((key) =>
      readFailure(search(new Secret("exa", key))),
    ),
  );
  const signal = AbortSignal.timeout(5_000);
  const away = await readFailure(
    search(new Secret("exa", `ok-${CANARY}`), signal, "http://127.0.0.1:1"),
  );
  for (const error of [...odd, away]) {
    expect(error).toMatchObject({ name: "AppError", code: "provider_unreachable" });
    expect(print(error)).not.toContain(CANARY);
  }
});

test("how old a page may be goes out as Exa calls it", async () => {
  const key = "ok-exa-published-after-00001";
  const context = { baseUrl: sandbox.url, signal: AbortSignal.timeout(20_000) };
  const publishedAfter = "2026-01-29T12:00:00.000Z";
  const what = {
    query: "caching",
    type: "auto" as const,
    numResults: 2,
    maxCharacters: 200,
    publishedAfter,
  };
  await searchExa({ ...what, secret: new Secret("exa", key), ...context });
  const [sent] = await readLog(sandbox, key);
  expect(sent).toMatchObject({ search: { startPublishedDate: publishedAfter } });
});
