import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { recoverRun } from "@/lib/blog/durable/runs/recover-run";
import { sweepRuns } from "@/lib/blog/durable/runs/sweep-runs";
import { deletePost } from "@/lib/blog/library/delete-post";
import { cancelPost } from "@/lib/blog/posts/cancel-post";
import { getPost } from "@/lib/blog/posts/get-post";
import { resumePost } from "@/lib/blog/posts/resume-post";
import { asUser } from "@/lib/db/as-user";
import { LIMITS } from "@/lib/limits/registry";
import { saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { makePost } from "../world/posts/make-post";

const database = setUpDatabase();

/** Ways in which rows of a running post have been, or could be, wrong. */
const BROKEN: Record<string, string> = {
  "an event without data": "UPDATE post_events SET data = 'null' WHERE post_id = $1",
  "events of no known type":
    "INSERT INTO post_events SELECT id, 90, user_id, 'gossip', '[1]' FROM posts WHERE id = $1",
  "an outline that is no list": `INSERT INTO post_events SELECT id, 90, user_id, 'outline', '{"title":7,"sections":{}}' FROM posts WHERE id = $1`,
  "a cost that is no number": `INSERT INTO post_events SELECT id, 90, user_id, 'cost', '{"totalUsd":null}' FROM posts WHERE id = $1`,
  "no cost at all":
    "INSERT INTO post_events SELECT id, 90, user_id, 'cost', '{}' FROM posts WHERE id = $1",
  "a count of events that lags behind": "UPDATE posts SET last_seq = 0 WHERE id = $1",
  "a version that is there already":
    "INSERT INTO post_versions SELECT id, 1, user_id, 'run', '{}' FROM posts WHERE id = $1",
  "a request that is none": "UPDATE posts SET request = '7' WHERE id = $1",
  "a document in the place of none": `UPDATE posts SET document = '"x"' WHERE id = $1`,
  "checkpoints that hold nothing": `INSERT INTO post_checkpoints (post_id, step, user_id, data, finished_at)
     SELECT id, step, user_id, '{"approved":true}', now()
     FROM posts, unnest(ARRAY['preflight', 'plan', 'library', 'outline', 'model']) step WHERE id = $1`,
};

async function breakPost(damage: string) {
  const { user, id } = await makePost();
  await saveKeyDirectly(user, { gemini: "ok-stuck-gemini", exa: "ok-stuck-exa" });
  await asUser(user, (tx) =>
    tx.execute(
      sql`UPDATE posts SET status = 'running', heartbeat_at = now() - interval '1 hour' WHERE id = ${id}`,
    ),
  );
  await database().sql.unsafe(
    `INSERT INTO post_events SELECT id, 1, user_id, 'query', '{"query":"tea"}' FROM posts WHERE id = $1 ON CONFLICT DO NOTHING`,
    [id],
  );
  await database().sql.unsafe(damage, [id]);
  return { user, id };
}

beforeEach(async () => {
  await database().sql`DELETE FROM posts`;
});

test.each(Object.entries(BROKEN))(
  "with %s a post is stopped, gone on with and deleted",
  async (_, damage) => {
    const { user, id } = await breakPost(damage);
    expect((await cancelPost(user, id)).status).toBe("stopped");
    expect((await getPost(user, id))?.status).toBe("stopped");
    expect(["queued", "running", "failed", "needs-key"]).toContain(
      (await resumePost(user, id)).status,
    );
    await deletePost(user, id);
    expect(await getPost(user, id)).toBeNull();
  },
);

test("the sweep ends every one of them that cannot be begun again, and one keeps no other from it", async () => {
  const broken = [];
  for (const damage of Object.values(BROKEN)) broken.push(await breakPost(damage));
  await database().sql`UPDATE posts SET attempt = ${LIMITS.runStarts}`;
  await sweepRuns();
  const rows = await database().sql`SELECT status, count(*)::int AS n FROM posts GROUP BY status`;
  expect(rows).toEqual([{ status: "failed", n: broken.length }]);
  for (const { user, id } of broken)
    expect((await getPost(user, id))?.document.problem?.code, id).toBe("interrupted");
});

test("a run that breaks its end in a way nobody has thought of ends all the same", async () => {
  const { user, id } = await breakPost("SELECT $1::uuid");
  await database()
    .sql`ALTER TABLE post_versions ADD CONSTRAINT broken CHECK (version < 0) NOT VALID`;
  await recoverRun({ user, postId: id }, LIMITS.runStarts);
  expect((await getPost(user, id))?.status).toBe("failed");
  await database().sql`ALTER TABLE post_versions DROP CONSTRAINT broken`;
});
