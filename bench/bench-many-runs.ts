import pLimit from "p-limit";
import type { Post } from "@/lib/blog/schema";
import { readSandboxLog } from "@/tests/world/servers/sandbox-log";
import { createTester, type Tester } from "@/tests/world/tester";
import { type BenchWorld, openBenchWorld, REQUEST } from "./open-bench-world";
import { measure, type Ratio } from "./print-ratio";
import { readUsage } from "./read-usage";
import { replayWhole } from "./replay-run";

const RUNS = 500;
const WATCH_MS = 500;

/**
 * 500 generations at the same time on one process, each by a user of their own, against the same
 * provider calls of 500 runs made at once with the SDKs: their time, the processor's time for each
 * streamed token, and the memory of each run. Fails when one post is lost.
 */
export async function benchManyRuns(): Promise<Ratio[]> {
  const world = await openBenchWorld();
  const testers = Array.from({ length: RUNS }, () => createTester(world.appUrl));
  const limit = pLimit(20);
  const save = (tester: Tester) => tester.call("POST", "/api/onboarding/api-keys", tester.keys);
  await Promise.all(testers.map((tester) => limit(() => save(tester))));
  const direct = await meter(process.pid, () => replayAll(world, testers));
  const tokensBefore = await countTokens(world);
  const lost: string[] = [];
  const product = await meter(world.pid, () =>
    Promise.all(testers.map(async (tester) => lost.push(...(await findLoss(tester))))),
  );
  const tokens = (await countTokens(world)) - tokensBefore;
  await world.close();
  if (lost.length > 0)
    throw new Error(`${lost.length} of ${RUNS} posts were lost: ${lost.slice(0, 3).join("; ")}`);
  const perToken = product.cpuSeconds / tokens / (direct.cpuSeconds / tokensBefore);
  const each = product.megabytes / RUNS;
  return [
    {
      name: `${RUNS} generations at once on one process ÷ the same calls made with the SDKs`,
      ratio: product.ms / direct.ms,
      limit: 4.5,
      samples: RUNS,
      note: `, 0 posts lost, ${each.toFixed(2)} MB of memory for each run`,
    },
    {
      name: "processor time for each streamed token, everything stored and sent ÷ the bare SDK",
      ratio: perToken,
      limit: 8.5,
      samples: tokens,
    },
  ];
}

type Metered = { ms: number; cpuSeconds: number; megabytes: number };

/** Time of some work, and what a process used for it: at most so much more memory than before. */
async function meter(pid: number, work: () => Promise<unknown>): Promise<Metered> {
  const before = readUsage(pid);
  let most = before.megabytes;
  const watch = setInterval(() => {
    most = Math.max(most, readUsage(pid).megabytes);
  }, WATCH_MS);
  const ms = await measure(work);
  clearInterval(watch);
  const cpuSeconds = readUsage(pid).cpuSeconds - before.cpuSeconds;
  return { ms, cpuSeconds, megabytes: most - before.megabytes };
}

function replayAll(world: BenchWorld, testers: Tester[]): Promise<unknown> {
  return Promise.all(
    testers.map(({ keys }) =>
      replayWhole(world.run, {
        geminiKey: keys.gemini,
        exaKey: keys.exa,
        baseUrl: world.sandboxUrl,
        model: "gemini-3.5-flash-lite",
      }),
    ),
  );
}

async function countTokens({ sandboxUrl }: BenchWorld): Promise<number> {
  const entries = await readSandboxLog(sandboxUrl);
  return entries.reduce((sum, { outputTokens }) => sum + outputTokens, 0);
}

/** Waits as often as it takes: the same key gives the same run. */
async function findLoss(tester: Tester): Promise<string[]> {
  const headers = { prefer: "wait=240", "idempotency-key": tester.userId };
  for (let tries = 0; ; tries += 1) {
    const answer = await tester.call("POST", "/api/blog/generate", REQUEST, headers);
    const post: Post = await answer.json();
    if (answer.status === 202 && tries < 5) continue;
    const whole =
      post.status === "ready" &&
      post.document.sections.every(({ markdown }) => markdown.length > 0);
    return whole ? [] : [`${answer.status} ${post.status} ${JSON.stringify(post.document)}`];
  }
}
