import pLimit from "p-limit";
import type { Post } from "@/lib/blog/schema";
import { createTester, type Tester } from "@/tests/world/tester";
import { openBenchWorld, REQUEST } from "./open-bench-world";
import { measure, type Ratio } from "./print-ratio";
import { replayWhole } from "./replay-run";

const RUNS = 200;

/**
 * 200 generations at the same time on one process, each by a user of their own, against the same
 * provider calls of 200 runs made at once with the SDKs. Fails when one post is lost.
 */
export async function benchManyRuns(): Promise<Ratio> {
  const world = await openBenchWorld();
  const testers = Array.from({ length: RUNS }, () => createTester(world.appUrl));
  const limit = pLimit(20);
  const save = (tester: Tester) => tester.call("POST", "/api/onboarding/api-keys", tester.keys);
  await Promise.all(testers.map((tester) => limit(() => save(tester))));
  const direct = await measure(() =>
    Promise.all(
      testers.map(({ keys }) =>
        replayWhole(world.run, {
          geminiKey: keys.gemini,
          exaKey: keys.exa,
          baseUrl: world.sandboxUrl,
          model: "gemini-2.5-flash",
        }),
      ),
    ),
  );
  const lost: string[] = [];
  const product = await measure(() =>
    Promise.all(testers.map(async (tester) => lost.push(...(await findLoss(tester))))),
  );
  await world.close();
  if (lost.length > 0)
    throw new Error(`${lost.length} of ${RUNS} posts were lost: ${lost.slice(0, 3).join("; ")}`);
  const name = `${RUNS} generations at once on one process ÷ the same calls made with the SDKs`;
  return { name, ratio: product / direct, limit: 4, samples: RUNS, note: ", 0 posts lost" };
}

async function findLoss(tester: Tester): Promise<string[]> {
  const answer = await tester.call("POST", "/api/blog/generate", REQUEST, { prefer: "wait=240" });
  const post: Post = await answer.json();
  const whole =
    post.status === "ready" && post.document.sections.every(({ markdown }) => markdown.length > 0);
  return whole ? [] : [`${answer.status} ${post.status} ${JSON.stringify(post.document?.problem)}`];
}
