import { readSandboxLog } from "@/tests/world/servers/sandbox-log";
import { createTester, type Tester } from "@/tests/world/tester";
import { sumCriticalPath, toSpan } from "./critical-path";
import { openBenchWorld } from "./open-bench-world";
import { measure, median, type Ratio } from "./print-ratio";

const SAMPLES = 5;
/** Milliseconds, as the providers really take: 80 tokens a second, in pieces of about eleven. */
const REALISTIC = { chunkMs: 140, ttftMs: 1_000, exaMs: 600 };
const REQUEST = { topic: "Caching in the App Router", wordCount: 1_200 };

/**
 * A whole post over HTTP at realistic latencies, against the time that the providers themselves took
 * along its critical path; and how much sooner its sections end than they would one by one.
 */
export async function benchWholePost(): Promise<Ratio[]> {
  const world = await openBenchWorld(REALISTIC);
  const samples = [];
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const tester = createTester(world.appUrl);
    await tester.call("POST", "/api/onboarding/api-keys", tester.keys);
    samples.push(await samplePost(world.sandboxUrl, tester));
  }
  await world.close();
  return [
    {
      name: "a whole post ÷ the providers' own time along its critical path (Exa 0.6 s, first token 1 s, 80 tokens/s)",
      ratio: median(samples.map(({ whole }) => whole)),
      limit: 1.15,
      samples: SAMPLES,
    },
    {
      name: "sections as they are written, in parallel ÷ the same calls one by one",
      ratio: median(samples.map(({ sections }) => sections)),
      limit: 1,
      samples: SAMPLES,
    },
  ];
}

async function samplePost(sandboxUrl: string, tester: Tester) {
  const before = Date.now();
  const wall = await measure(async () => {
    const answer = await tester.call("POST", "/api/blog/generate", REQUEST, { prefer: "wait=240" });
    if ((await answer.json()).status !== "ready") throw new Error("A post was not finished.");
  });
  const gemini = await readSandboxLog(sandboxUrl, tester.keys.gemini);
  const exa = await readSandboxLog(sandboxUrl, tester.keys.exa);
  const calls = [...gemini, ...exa].map((entry) => ({ ...entry, ...toSpan(entry) }));
  const own = calls.filter(({ start }) => start >= before);
  const written = own.filter(({ prompt }) => prompt?.includes("Section heading:"));
  const oneByOne = written.reduce((sum, { start, end }) => sum + end - start, 0);
  const together =
    Math.max(...written.map(({ end }) => end)) - Math.min(...written.map(({ start }) => start));
  return { whole: wall / sumCriticalPath(own), sections: together / oneByOne };
}
