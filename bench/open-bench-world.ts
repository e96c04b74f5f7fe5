import { findFreePort } from "@/commands/find-free-port";
import { takeRuns } from "@/lib/blog/durable/runs/start-queued";
import { writePost } from "@/lib/blog/durable/write-post";
import { createPost } from "@/lib/blog/posts/create-post";
import { generateBody } from "@/lib/blog/schema";
import { clerkUser, saveKeyDirectly } from "@/tests/world/database/save-key-directly";
import { productionEnv } from "@/tests/world/servers/production-env";
import { startApp } from "@/tests/world/servers/start-app";
import { recordCalls } from "./provider-calls";
import { type RecordedRun, sortCalls } from "./replay-run";
import { type Pace, spawnSandbox } from "./spawn-sandbox";

/** What every generated post of the benchmarks asks for. */
export const REQUEST = { topic: "Caching in the App Router", wordCount: 600 };
/** Milliseconds: between chunks, to the first token, to a search's answer. */
const PACE: Pace = { chunkMs: 20, ttftMs: 400, exaMs: 300 };

/** A sandbox with delays, a production server on it, and one recorded run to replay. */
export type BenchWorld = {
  appUrl: string;
  sandboxUrl: string;
  run: RecordedRun;
  /** The process of the server. */
  pid: number;
  close: () => Promise<void>;
};

/** Opens the world of a benchmark. Needs a build and `DATABASE_URL`. */
export async function openBenchWorld(pace: Pace = PACE): Promise<BenchWorld> {
  const sandbox = await spawnSandbox(pace);
  const port = await findFreePort(20_000 + Math.floor(Math.random() * 20_000));
  const env = productionEnv(
    process.env.DATABASE_URL ?? "",
    sandbox.url,
    `http://localhost:${port}`,
  );
  Object.assign(process.env, { GEMINI_BASE_URL: sandbox.url, EXA_BASE_URL: sandbox.url });
  const run = await recordRun(sandbox.url);
  const app = await startApp(env, { port });
  const close = async () => {
    await app.stop();
    sandbox.close();
  };
  const { pid = 0 } = app.process;
  return { appUrl: app.url, sandboxUrl: sandbox.url, run, pid, close };
}

async function recordRun(sandboxUrl: string): Promise<RecordedRun> {
  const user = clerkUser(`bench_recorder_${Date.now()}`);
  await saveKeyDirectly(user, {
    gemini: "ok-bench-recorder-gemini-key",
    exa: "ok-bench-recorder-exa-key",
  });
  const body = generateBody.parse(REQUEST);
  const calls = await recordCalls(sandboxUrl, async () => {
    const { id } = await createPost(user, body, null);
    await takeRuns(user);
    await writePost(id);
  });
  return sortCalls(calls);
}
