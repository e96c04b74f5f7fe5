import { afterAll, expect, test } from "vitest";
import type { Post } from "@/lib/blog/schema";
import { findListPrice, priceTokens } from "@/lib/models/price-tokens";
import type { LogEntry } from "@/sandbox/log/request-log";
import { reportFigure } from "../world/report-figure";
import { FULL, scaled } from "../world/scale";
import { readSandboxLog, untilClosed } from "../world/servers/sandbox-log";
import { shareProduction } from "../world/servers/share-production";
import { saveKeys } from "../world/servers/start-production";
import type { Tester } from "../world/tester";
import { waitUntil } from "../world/wait-until";

const server = shareProduction();
afterAll(() => server.stop());

const PRICE = findListPrice("gemini-3.5-flash-lite", new Date());
if (!PRICE) throw new Error("The model that is proposed has no price.");
const price = PRICE;
type Row = {
  provider: string;
  status: string;
  input_tokens: number | null;
  output_tokens: number | null;
  cost: number;
};

async function readRows(id: string): Promise<Row[]> {
  return waitUntil("the ledger to be settled", async () => {
    const rows = await server.database.sql<Row[]>`
      SELECT provider, status, input_tokens, output_tokens, cost_usd::float AS cost
      FROM usage_events WHERE post_id = ${id} AND operation <> 'check' ORDER BY created_at`;
    return rows.every(({ status }) => status !== "pending") && [...rows];
  });
}

/** Every paid call as the providers logged it: what their meter says it cost, in US dollars. */
async function readCalls(tester: Tester) {
  const gemini = (await readSandboxLog(server.sandboxUrl, tester.keys.gemini)).filter(
    ({ method }) => method === "POST",
  );
  const exa = (await readSandboxLog(server.sandboxUrl, tester.keys.exa)).filter(
    ({ path }) => path === "/search" || path === "/contents",
  );
  return { gemini, exa };
}

const key = (numbers: (number | null | undefined)[]) =>
  numbers.map((number) => number ?? 0).join("/");

test("the ledger equals what the providers logged, call by call, also where calls were refused or tried again", async () => {
  let counted = 0;
  const scenarios = ["ok", "flaky:2", "times:1+error500", "prose+times:1+quota-minute:1"];
  for (let index = 0; index < Math.max(scaled(40), scenarios.length); index += 1) {
    const tester = server.tester(scenarios[index % scenarios.length]);
    await saveKeys(tester);
    const probes = (await readCalls(tester)).exa.length;
    const body = { topic: "Caching in Next.js", wordCount: 400 };
    const post: Post = await (
      await tester.call("POST", "/api/blog/generate", body, { prefer: "wait=240" })
    ).json();
    expect(post.status).toBe("ready");
    const rows = await readRows(post.id);
    const calls = await readCalls(tester);
    const paid = calls.gemini.filter(({ status }) => status === 200);
    const settled = rows.filter(
      ({ provider, status }) => provider === "gemini" && status === "settled",
    );
    expect(settled.map((row) => key([row.input_tokens, row.output_tokens])).sort()).toEqual(
      paid.map((call) => key([call.promptTokens, call.outputTokens])).sort(),
    );
    expect(rows.filter(({ provider }) => provider === "gemini")).toHaveLength(calls.gemini.length);
    for (const row of settled)
      expect(row.cost).toBeCloseTo(
        priceTokens(price, {
          inputTokens: row.input_tokens ?? 0,
          outputTokens: row.output_tokens ?? 0,
        }),
        9,
      );
    const searches = calls.exa.slice(probes).map(({ costDollars }) => costDollars ?? 0);
    const booked = rows.filter(({ provider }) => provider === "exa").map(({ cost }) => cost);
    expect(booked.toSorted()).toEqual(searches.toSorted());
    const total = rows.reduce((sum, { cost }) => sum + cost, 0);
    expect(post.document.cost.totalUsd).toBeCloseTo(total, 5);
    counted += rows.length;
  }
  reportFigure(
    "Ledger against the providers' own logs",
    `${counted} rows, one for each call, tokens and dollars exact`,
  );
}, 1_800_000);

/** What calls cost by the provider's own count, in US dollars. */
function sumCalls(calls: (LogEntry | undefined)[]): number {
  return calls.reduce((sum, call) => {
    if (!call) throw new Error("The provider knows nothing of a call that has a row.");
    return (
      sum +
      priceTokens(price, {
        inputTokens: call.promptTokens ?? 0,
        outputTokens: call.outputTokens ?? 0,
      })
    );
  }, 0);
}

test("a stopped call is marked as estimated, within 5 % of what the provider counted", async () => {
  const off: number[] = [];
  for (let index = 0; index < scaled(30); index += 1) {
    const tester = server.tester("ttft:50+slow:60");
    await saveKeys(tester);
    const body = { topic: "Caching in Next.js", wordCount: 900 };
    const { id }: Post = await (await tester.call("POST", "/api/blog/generate", body)).json();
    await waitUntil("some words", async () => {
      const post: Post = await (await tester.call("GET", `/api/blog/posts/${id}`)).json();
      return post.document.sections.some(({ markdown }) => markdown.length > 200 + index * 20);
    });
    await tester.call("POST", `/api/blog/posts/${id}/cancel`);
    const rows = await readRows(id);
    const gemini = await untilClosed(server.sandboxUrl, tester.keys.gemini);
    const estimated = rows.filter(({ status }) => status === "estimated");
    const stopped = gemini.filter(({ hungUp }) => hungUp);
    expect(estimated.length, "every stopped call has its row").toBeGreaterThanOrEqual(
      stopped.length,
    );
    // A call that is given up in the moment in which it is sent has said nothing that could be counted.
    const begun = estimated.filter(({ output_tokens }) => Number(output_tokens) > 0);
    const theirs = begun.map((row) =>
      gemini.find(({ promptTokens }) => promptTokens === row.input_tokens),
    );
    const ours = begun.reduce((sum, row) => sum + row.cost, 0);
    if (begun.length > 0) off.push(Math.abs(ours / sumCalls(theirs) - 1));
  }
  expect(off).not.toEqual([]);
  const worst = Math.max(...off);
  reportFigure(
    "Stopped calls, estimated against the provider's count",
    `off by ${(worst * 100).toFixed(1)} % at the most`,
  );
  expect(worst).toBeLessThanOrEqual(0.05);
}, 900_000);

test("the cap is never exceeded, and the post says so", async () => {
  for (const capUsd of FULL ? [0.001, 0.03, 0.05, 0.08] : [0.05]) {
    const tester = server.tester();
    await saveKeys(tester);
    const body = { topic: "Caching in Next.js", wordCount: 1_200, capUsd };
    const post: Post = await (
      await tester.call("POST", "/api/blog/generate", body, { prefer: "wait=240" })
    ).json();
    const spent = (await readRows(post.id)).reduce((sum, { cost }) => sum + cost, 0);
    expect(spent).toBeLessThanOrEqual(capUsd);
    if (post.status !== "ready") expect(post.document.problem?.code).toBe("cap_reached");
  }
});
