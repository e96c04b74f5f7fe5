import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { ThreadState } from "@/lib/copilot/schema";
import { readAgentEvents, runInput, textOf } from "../world/assistant/ask-assistant";
import { reportFigure } from "../world/report-figure";
import { scaled } from "../world/scale";
import { readSandboxLog, untilAnswering, untilClosed } from "../world/servers/sandbox-log";
import { setUpPair } from "../world/servers/set-up-pair";
import { pickPort, startApp } from "../world/servers/start-app";
import { saveKeys } from "../world/servers/start-production";
import type { Tester } from "../world/tester";
import { waitUntil } from "../world/wait-until";

const RUN = "/api/copilotkit/agent/default/run";
const SAID = "Say something long, word after word, so that there is something to be cut short.";

const servers = setUpPair();

async function makeTester(): Promise<Tester> {
  const tester = servers.first.tester("slow:5000");
  await saveKeys({ ...tester, call: tester.callAt(servers.second.url) });
  return tester;
}

/** The calls of the assistant as the ledger has them. */
async function readLedger({ userId }: Tester) {
  return servers.first.database.sql<{ status: string; costUsd: number }[]>`
    SELECT status, cost_usd::float AS "costUsd" FROM usage_events
    WHERE user_id = ${userId} AND operation = 'assistant' ORDER BY created_at`;
}

/** Begins an answer and waits until the provider gives it. */
async function beginAnswer(tester: Tester, url: string, threadId: string) {
  const answer = tester.callAt(url)("POST", RUN, runInput(SAID, { threadId }));
  const text = answer.then((response) => response.text()).catch(() => "");
  await untilAnswering(servers.first.sandboxUrl, tester.keys.gemini);
  return { text };
}

test("Stop on another server closes the provider's connection, and nothing is billed after it", async () => {
  const tries = scaled(50);
  const taken: number[] = [];
  for (let number = 0; number < tries; number += 1) {
    const tester = await makeTester();
    const threadId = randomUUID();
    const { text } = await beginAnswer(tester, servers.first.url, threadId);
    const before = Date.now();
    const path = `/api/copilotkit/agent/default/stop/${threadId}`;
    const stopped = await tester.callAt(servers.second.url)("POST", path);
    expect(await stopped.json()).toEqual({ stopped: true });
    const calls = await untilClosed(servers.first.sandboxUrl, tester.keys.gemini);
    taken.push(Date.now() - before);
    await text;
    await waitUntil("the settled row", async () =>
      (await readLedger(tester)).every(({ status }) => status === "estimated"),
    );
    expect(calls.every(({ hungUp }) => hungUp)).toBe(true);
    expect(await readSandboxLog(servers.first.sandboxUrl, tester.keys.gemini)).toHaveLength(1);
    expect(await readLedger(tester)).toHaveLength(1);
  }
  const quick = taken.filter((ms) => ms <= 1_000).length;
  reportFigure(
    "Stop of the assistant through another server",
    `${quick} of ${tries} closed the provider's connection within 1 s; 0 calls and 0 rows after it`,
  );
  if (process.env.PROOF) expect(quick / tries).toBeGreaterThanOrEqual(0.95);
}, 900_000);

test("a server killed in the middle of an answer leaves a whole conversation and one settled row for each call", async () => {
  const kills = scaled(10);
  for (let number = 0; number < kills; number += 1) {
    const doomed = await startApp(servers.first.env, { port: await pickPort() });
    const tester = await makeTester();
    const threadId = randomUUID();
    const { text } = await beginAnswer(tester, doomed.url, threadId);
    await doomed.stop();
    await text;
    const rows = await waitUntil("the abandoned call to be settled", async () => {
      const all = await readLedger(tester);
      return all.every(({ status }) => status !== "pending") && all;
    });
    expect(rows.map(({ status }) => status)).toEqual(["estimated"]);
    const call = tester.callAt(servers.second.url);
    const state: ThreadState = await (
      await call("GET", `/api/assistant/threads/${threadId}`)
    ).json();
    expect(state).toMatchObject({ title: SAID.slice(0, 80), actions: [], suggestions: [] });
    const quick = { ...tester.keys, gemini: `ok-g-${randomUUID()}` };
    expect((await call("POST", "/api/onboarding/api-keys", quick)).status).toBe(200);
    const again = await readAgentEvents(await call("POST", RUN, runInput(null, { threadId })));
    expect(textOf(again)).toContain("cut short");
    expect((await readLedger(tester)).map(({ status }) => status)).toEqual([
      "estimated",
      "settled",
    ]);
  }
  reportFigure(
    "Servers killed with -9 in the middle of an answer of the assistant",
    `${kills} of ${kills} conversations whole afterwards, each call with one settled row`,
  );
}, 900_000);
