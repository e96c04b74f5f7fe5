import { afterAll, beforeAll, expect, test } from "vitest";
import type { Post } from "@/lib/blog/schema";
import { LIMITS } from "@/lib/limits/registry";
import { reportFigure } from "../world/report-figure";
import { scaled } from "../world/scale";
import { type Production, saveKeys, startProduction } from "../world/servers/start-production";
import type { Tester } from "../world/tester";
import { waitUntil } from "../world/wait-until";

let server: Production;
beforeAll(async () => {
  server = await startProduction();
});
afterAll(() => server.stop());

const BODY = { topic: "Caching in Next.js", wordCount: 300 };
const TESTERS = scaled(50);
/** More sections than a server has workers, however few the testers are. */
const POSTS_EACH = Math.min(
  LIMITS.runsAtOnce,
  Math.ceil((1.2 * LIMITS.workersPerServer) / (TESTERS * LIMITS.sectionsAtOnce)),
);
const TIMES = 3;

/** Milliseconds that a whole post takes, the median of a few. */
async function timePost(tester: Tester): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < TIMES; index += 1) {
    const start = performance.now();
    const answer = await tester.call("POST", "/api/blog/generate", BODY, { prefer: "wait=120" });
    const post: Post = await answer.json();
    expect(post.status).toBe("ready");
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0;
}

async function readCounts() {
  const [row] = await server.database.sql`
    SELECT
      (SELECT count(*) FROM posts p WHERE status = 'running' AND heartbeat_at > now() AND (
        SELECT type FROM post_events e WHERE e.post_id = p.id ORDER BY seq DESC LIMIT 1) = 'wait'
      )::int AS waiting,
      (SELECT count(*) FROM post_checkpoints WHERE owner IS NOT NULL)::int AS held`;
  return { waiting: Number(row?.waiting), held: Number(row?.held) };
}

test("whoever is not at their quota writes as if alone, however many others wait for theirs", async () => {
  const modest = server.tester();
  const others = Array.from({ length: TESTERS }, () => server.tester("prose+quota-minute:60"));
  await Promise.all([modest, ...others].map(saveKeys));
  const alone = await timePost(modest);
  const begun = await Promise.all(
    others.flatMap((tester) =>
      Array.from({ length: POSTS_EACH }, () => tester.call("POST", "/api/blog/generate", BODY)),
    ),
  );
  expect(begun.map(({ status }) => status)).toEqual(begun.map(() => 202));
  await waitUntil("all others to wait and hold no worker", async () => {
    const { waiting, held } = await readCounts();
    return waiting === begun.length && held === 0;
  });
  const among = await timePost(modest);
  reportFigure(
    `A post while ${TESTERS} testers with ${begun.length} posts wait for their quotas ÷ alone`,
    `${(among / alone).toFixed(2)}× (${Math.round(among)} and ${Math.round(alone)} ms, medians of ${TIMES})`,
  );
  if (process.env.PROOF) expect(among / alone).toBeLessThanOrEqual(1.3);
});
