import "server-only";
import { randomUUID } from "node:crypto";
import type { Parts } from "../../../calls/open-parts";
import { pipelineAsUser } from "../../../db/as-user";
import { LIMITS } from "../../../limits/registry";
import type { StepId, Ticket } from "../step-results";

/** `owner` is written into the step's row: nobody else can write for it while it is alive. */
export type Claim = { step: StepId; owner: string; tookOver: boolean };
/** A step that is ours to do, that somebody does or has done, or whose run is not running. */
export type ClaimResult =
  | { state: "claimed"; claim: Claim; parts: Parts }
  | { state: "busy" }
  | { state: "finished" }
  | { state: "ended" };

const CLAIM = `
  INSERT INTO post_checkpoints AS c (post_id, step, user_id, owner, heartbeat_at)
  SELECT id, $2, user_id, $3::uuid, now() FROM posts WHERE id = $1 AND status = 'running'
  ON CONFLICT (post_id, step) DO UPDATE SET owner = excluded.owner, heartbeat_at = now()
    WHERE c.finished_at IS NULL
      AND (c.owner IS NULL OR c.heartbeat_at < now() - interval '${LIMITS.staleSeconds} seconds')
  RETURNING xmax <> 0 AS "tookOver", data AS parts`;
const LOOK = `
  SELECT p.status, c.finished_at IS NOT NULL AS finished
  FROM posts p LEFT JOIN post_checkpoints c ON c.post_id = p.id AND c.step = $2 WHERE p.id = $1`;

/**
 * Takes a step, once among all deliveries and all processes: a second delivery finds it busy, and may
 * take over when the first has given no sign of life for `LIMITS.staleSeconds`.
 */
export async function claimStep({ user, postId }: Ticket, step: StepId): Promise<ClaimResult> {
  const owner = randomUUID();
  const [claimed = [], looked = []] = await pipelineAsUser(user, [
    { text: CLAIM, parameters: [postId, step, owner] },
    { text: LOOK, parameters: [postId, step] },
  ]);
  const [won] = claimed;
  if (won) {
    const claim = { step, owner, tookOver: won.tookOver === true };
    return { state: "claimed", claim, parts: { ...won.parts } };
  }
  const [post] = looked;
  if (post?.status !== "running") return { state: "ended" };
  return { state: post.finished === true ? "finished" : "busy" };
}
