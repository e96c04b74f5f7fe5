import "server-only";
import { pipelineAsUser } from "../../../db/as-user";
import type { Ticket } from "../step-results";

/** Its parameters are the post, the step and what it has made, as JSON. */
export const SAVE_CHECKPOINT = `
  INSERT INTO post_checkpoints (post_id, step, user_id, data, finished_at)
  SELECT id, $2, user_id, $3::text::jsonb, now() FROM posts WHERE id = $1
  ON CONFLICT (post_id, step) DO UPDATE SET data = excluded.data, finished_at = now(), owner = NULL`;

/** Stores what a step or a part of one has made, whoever worked on it: an approved outline, a written section. */
export async function saveCheckpoint(
  { user, postId }: Ticket,
  step: string,
  data: unknown,
): Promise<void> {
  await pipelineAsUser(user, [
    { text: SAVE_CHECKPOINT, parameters: [postId, step, JSON.stringify(data)] },
  ]);
}
