import "server-only";
import { z } from "zod";
import type { UserId } from "../../auth/user-id";
import { pipelineAsUser } from "../../db/as-user";
import { recoverRun } from "../durable/runs/recover-run";
import { type PostStatus, postStatus } from "../schema";
import { SILENT_RUN } from "./silent-run";

/** Where a post stands, without its document. */
export type Standing = { status: PostStatus; lastEventId: number };

const STANDING = `
  SELECT status, last_seq AS "lastEventId", attempt, ${SILENT_RUN} AS silent
  FROM posts WHERE id = $1 AND deleted_at IS NULL`;
const standing = z.object({
  status: postStatus,
  lastEventId: z.coerce.number(),
  attempt: z.coerce.number(),
  silent: z.boolean(),
});

/**
 * Where one post of a user stands; null when it is not theirs. A run of which nothing was heard is gone
 * on with: where no sweep runs, whoever looks at it wakes it.
 */
export async function findStanding(user: UserId, id: string): Promise<Standing | null> {
  const [rows = []] = await pipelineAsUser(user, [{ text: STANDING, parameters: [id] }]);
  if (!rows[0]) return null;
  const { attempt, silent, ...found } = standing.parse(rows[0]);
  if (silent) await recoverRun({ user, postId: id }, attempt);
  return found;
}
