import { expect, test } from "vitest";
import { finishRun } from "@/lib/blog/finish-run";
import { timeEarlierRuns } from "@/lib/blog/posts/time-earlier-runs";
import { setUpDatabase } from "../world/database/set-up-database";
import { makeUser, requestPost } from "../world/posts/make-post";

const database = setUpDatabase();

test("a run is compared with one's own finished runs of about its length, stage by stage, and with no others", async () => {
  const [user, other] = [await makeUser(), await makeUser()];
  const run = async (owner: typeof user, seconds: number, more: object) => {
    const { id } = await requestPost(owner, { topic: `Run of ${seconds} s`, ...more });
    await finishRun(owner, id, { status: "ready" });
    await database().sql`
      UPDATE posts SET finished_at = created_at + make_interval(secs => ${seconds}) WHERE id = ${id}`;
    return id;
  };
  const { id } = await requestPost(user, { topic: "The one that runs now", wordCount: 1_000 });
  expect(await timeEarlierRuns(user, id, 1_000)).toBeNull();
  await run(user, 5_000, { wordCount: 400 });
  await run(user, 6_000, { wordCount: 1_000, approveOutline: true });
  await run(other, 7_000, { wordCount: 1_000 });
  expect(await timeEarlierRuns(user, id, 1_000)).toBeNull();
  await run(user, 40, { wordCount: 1_000 });
  const measured = await run(user, 90, { wordCount: 1_400 });
  const steps = [
    ["plan", 0, 4],
    ["library", 4, 6],
    ["section:sec-1", 10, 22],
    ["section:sec-2", 11, 30],
    ["finish", 30, 31],
  ] as const;
  for (const [step, from, to] of steps)
    await database().sql`
      INSERT INTO post_checkpoints (post_id, step, user_id, created_at, finished_at)
      SELECT id, ${step}, user_id, created_at + make_interval(secs => ${from}),
        created_at + make_interval(secs => ${to}) FROM posts WHERE id = ${measured}`;
  expect(await timeEarlierRuns(user, id, 1_000)).toEqual({
    count: 2,
    shortest: 40,
    longest: 90,
    stages: { plan: 4, search: 2, sections: 20 },
  });
});
