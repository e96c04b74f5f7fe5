import "server-only";
import { sql } from "drizzle-orm";
import type { UserId } from "../auth/user-id";
import { abortStep, livingSteps } from "../blog/durable/living/living-steps";
import { requireConfig } from "../config/config";
import { asEraser } from "../db/as-eraser";
import { listUserTables } from "./list-user-tables";

/**
 * Deletes every row of a user, the data key among them, in one transaction, and leaves a tombstone: a
 * hash that refuses every later write for this user. Runs that are under way are stopped, here at
 * once and on other servers at their next look. Erasing once more changes nothing.
 *
 * In development there is no tombstone: its one local developer begins again with nothing.
 *
 * @returns how many rows were deleted.
 */
export async function eraseAccount(user: UserId): Promise<number> {
  const { mode } = requireConfig();
  const { rows, postIds } = await asEraser(user, async (tx) => {
    if (mode === "production")
      await tx.execute(sql`
        INSERT INTO erased_users (id_hash) VALUES (hash_user(${user})) ON CONFLICT DO NOTHING`);
    const posts = await tx.execute(sql`SELECT id FROM posts`);
    let deleted = 0;
    for (const { name } of await listUserTables(tx)) {
      const gone = await tx.execute(
        sql`DELETE FROM ${sql.identifier(name)} WHERE user_id = ${user} RETURNING 1`,
      );
      deleted += gone.length;
    }
    return { rows: deleted, postIds: new Set(posts.map(({ id }) => String(id))) };
  });
  for (const step of livingSteps) if (postIds.has(step.postId)) abortStep(step);
  return rows;
}
