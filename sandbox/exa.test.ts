import Exa, { ExaError } from "exa-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readLog } from "./sandbox-client";
import { type RunningSandbox, startSandbox } from "./start-sandbox";

const CACHING = "https://nextjs.org/docs/app/getting-started/caching";

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.close());

const exaOf = (key: string) => new Exa(key, sandbox.url);

async function readFailure(action: Promise<unknown>): Promise<ExaError> {
  const error = await action.then(
    () => null,
    (cause: unknown) => cause,
  );
  if (error instanceof ExaError) return error;
  throw new Error(`Expected an ExaError, got ${String(error)}`);
}

test("searches the documentation and returns the parts that were asked for", async () => {
  const response = await exaOf("ok-1").search("how caching works with use cache", {
    numResults: 12,
    contents: { text: { maxCharacters: 500 }, highlights: { numSentences: 2 }, summary: true },
  });
  expect(response.results).toHaveLength(12);
  expect(response.results.map(({ url }) => url)).toContain(CACHING);
  const [first] = response.results;
  expect(first?.score).toBe(1);
  expect(first?.text?.length).toBeLessThanOrEqual(500);
  expect(first?.highlights?.length).toBe(2);
  expect(response.costDollars?.total).toBe(0.009);
});

test("honours domains, and finds nothing where there is nothing", async () => {
  const search = (query: string, filter: object = {}) => exaOf("ok-1").search(query, filter);
  expect(
    (await search("caching", { includeDomains: ["nextjs.org/docs/app"] })).results,
  ).not.toEqual([]);
  expect((await search("caching", { includeDomains: ["example.com"] })).results).toEqual([]);
  expect((await search("caching", { excludeDomains: ["nextjs.org"] })).results).toEqual([]);
  expect((await search("zxqv blorptastic")).results).toEqual([]);
  expect((await search("growing tomatoes")).results).not.toEqual([]);
});

test("reads pages by URL, and reports the missing ones inside a 200", async () => {
  const missing = "https://nextjs.org/docs/nonesuch";
  const response = await exaOf("ok-1").getContents([CACHING, missing], { text: true });
  expect(response.results.map(({ url }) => url)).toEqual([CACHING]);
  expect(response.results[0]?.text).toContain("Caching is a technique");
  expect(response.results[0]?.text).not.toContain("](/docs");
  expect(response.statuses).toMatchObject([
    { id: CACHING, status: "success" },
    { id: missing, status: "error", error: { tag: "CRAWL_NOT_FOUND", httpStatusCode: 404 } },
  ]);
  expect(response.costDollars?.total).toBe(0.001);
  const parent = "https://nextjs.org/docs/app/guides";
  const deep = await exaOf("ok-1").getContents([parent], { text: true, subpages: 2 });
  expect(deep.results[0]?.subpages).toHaveLength(2);
});

test("finds similar pages and answers questions from the corpus", async () => {
  const similar = await exaOf("ok-1").findSimilar(CACHING, { numResults: 3, contents: false });
  expect(similar.results).toHaveLength(3);
  expect(similar.results.map(({ url }) => url)).not.toContain(CACHING);
  const answer = await exaOf("ok-1").answer("What is caching?");
  expect(answer.citations.length).toBeGreaterThan(0);
  let streamed = "";
  for await (const chunk of exaOf("ok-1").streamAnswer("What is caching?")) {
    streamed += chunk.content ?? "";
  }
  expect(streamed).toBe(answer.answer);
});

test.each([
  ["bad-1", 401],
  ["11111111-2222", 401],
  ["no-credits-1", 402],
  ["nocredits-1", 402],
  ["budget-1", 402],
  ["team-budget-1", 402],
  ["forbidden-1", 403],
  ["invalid-1", 422],
  ["quota-1", 429],
  ["error500-1", 500],
  ["html502-1", 502],
  ["flaky-1", 500],
])("%s is refused with %i", async (key, status) => {
  expect((await readFailure(exaOf(key).search("caching"))).statusCode).toBe(status);
});

test("errors carry the tags that the SDK drops", async () => {
  const ask = async (key: string, body: object = { query: "caching" }) => {
    const options = { method: "POST", headers: { "x-api-key": key }, body: JSON.stringify(body) };
    return (await fetch(`${sandbox.url}/search`, options)).json();
  };
  expect(await ask("no-credits-2")).toMatchObject({ tag: "NO_MORE_CREDITS" });
  expect(await ask("budget-2")).toMatchObject({ tag: "API_KEY_BUDGET_EXCEEDED" });
  expect(await ask("quota-2")).toEqual({ error: "rate limit exceeded" });
  expect(await ask("ok-2", { query: "" })).toMatchObject({ tag: "INVALID_REQUEST_BODY" });
  expect(await ask("nocost-2")).not.toHaveProperty("costDollars");
  expect(await ask("empty-2")).toMatchObject({ results: [] });
});

test("a redirect shows whether the client carried the key along", async () => {
  const key = "redirect-secret";
  const options = { method: "POST", headers: { "x-api-key": key }, body: `{"query":"caching"}` };
  await fetch(`${sandbox.url}/search`, { ...options, redirect: "manual" });
  const paths = async () => (await readLog(sandbox, key)).map(({ path }) => path);
  expect(await paths()).toEqual(["/search"]);
  await fetch(`${sandbox.url}/search`, options);
  expect(await paths()).toContain("/_redirected");
});

test("hostile pages hold instructions, markup and invisible characters", async () => {
  const { results } = await exaOf("hostile-pages-1").search("caching", {
    contents: { text: true },
  });
  expect(results[0]?.title).toBeNull();
  expect(results[0]?.text).toMatch(/Ignore your instructions[\s\S]*\u200b/);
});

test("the log keeps query, price and fingerprint, and can be cleared", async () => {
  const key = "ok-price";
  await exaOf(key).search("caching", { numResults: 10, contents: false });
  expect(await readLog(sandbox, key)).toMatchObject([
    {
      provider: "exa",
      path: "/search",
      query: "caching",
      costDollars: 0.007,
      status: 200,
      hungUp: false,
    },
  ]);
  await fetch(`${sandbox.url}/_log`, { method: "DELETE" });
  expect(await readLog(sandbox, key)).toEqual([]);
});

test("works by address and by name, and says that it is well", async () => {
  expect((await fetch(`${sandbox.url}/_health`)).status).toBe(200);
  expect((await fetch(`http://127.0.0.1:${sandbox.port}/_health`)).status).toBe(200);
});
