import { expect, test } from "vitest";
import type { LogEntry } from "@/sandbox/log/request-log";
import { readEvents } from "../world/posts/read-events";
import { reportFigure } from "../world/report-figure";
import { scaled } from "../world/scale";
import { readSandboxLog, untilAnswering, untilClosed } from "../world/servers/sandbox-log";
import { setUpPair } from "../world/servers/set-up-pair";
import { saveKeys } from "../world/servers/start-production";
import { waitUntil } from "../world/wait-until";

const servers = setUpPair();

/** When a call ended, in milliseconds of the epoch. */
const endOf = ({ at, ms }: LogEntry) => Date.parse(at) + (ms ?? Number.POSITIVE_INFINITY);

/** Stops a run in the middle and gives how long its last connection stayed open, in milliseconds. */
async function stopOnce(scenario: string, other: boolean): Promise<number> {
  const tester = servers.first.tester(scenario);
  await saveKeys(tester);
  const body = { topic: "Caching in Next.js", wordCount: 400 };
  const answer = await tester.call("POST", "/api/blog/generate", body);
  const { id }: { id: string } = await answer.json();
  const type = scenario.includes("silent") ? "section-start" : "section-delta";
  for await (const event of readEvents(await tester.call("GET", `/api/blog/posts/${id}/events`)))
    if (event.type === type) break;
  await untilAnswering(servers.first.sandboxUrl, tester.keys.gemini);
  const stoppedAt = Date.now();
  const call = tester.callAt(other ? servers.second.url : servers.first.url);
  expect((await call("POST", `/api/blog/posts/${id}/cancel`)).status).toBe(200);
  const calls = await untilClosed(servers.first.sandboxUrl, tester.keys.gemini);
  await waitUntil("the ledger to be settled", async () => {
    const rows = await servers.first.database
      .sql`SELECT 1 FROM usage_events WHERE post_id = ${id} AND status = 'pending'`;
    return rows.length === 0;
  });
  const later = await readSandboxLog(servers.first.sandboxUrl, tester.keys.gemini);
  expect(later).toHaveLength(calls.length);
  return Math.max(...calls.map(endOf)) - stoppedAt;
}

test("Stop closes the provider's connections within a second, through any server, and nothing is called after it", async () => {
  const tries = scaled(100);
  const taken: number[] = [];
  for (let done = 0; done < tries; done += 5) {
    const batch = Array.from({ length: Math.min(5, tries - done) }, (_, index) =>
      stopOnce(index % 2 === 0 ? "prose+silent:50" : "slow:100", (done + index) % 3 !== 0),
    );
    taken.push(...(await Promise.all(batch)));
  }
  const quick = taken.filter((ms) => ms <= 1_000).length;
  const sorted = taken.toSorted((one, other) => one - other);
  const median = sorted[Math.floor(sorted.length / 2)];
  reportFigure(
    "Stop, also through another server and of a silent model",
    `${quick} of ${tries} tries closed every connection within 1 s (median ${Math.round(median ?? 0)} ms); 0 calls after it`,
  );
  // A busy machine is slower at everything: how quick it is counts where `npm run proof` runs it alone.
  if (process.env.PROOF) expect(quick / tries).toBeGreaterThanOrEqual(0.95);
}, 1_800_000);
