import "server-only";
import { pipelineAsUser } from "../../../db/as-user";
import { RunEndedError } from "../run-ended-error";
import type { Ticket } from "../step-results";
import type { Claim } from "./claim-step";

const FINISH = `
  UPDATE post_checkpoints SET data = $4::text::jsonb, finished_at = now(), owner = NULL
  WHERE post_id = $1 AND step = $2 AND owner = $3::uuid RETURNING step`;
const RELEASE = `
  UPDATE post_checkpoints SET owner = NULL, data = NULL WHERE post_id = $1 AND step = $2 AND owner = $3::uuid`;

/**
 * Stores what a step has made: it is never done again.
 *
 * @throws RunEndedError when the step has been taken over meanwhile.
 */
export async function finishStep(
  { user, postId }: Ticket,
  { step, owner }: Claim,
  data: unknown,
): Promise<void> {
  const parameters = [postId, step, owner, JSON.stringify(data ?? null)];
  const [rows = []] = await pipelineAsUser(user, [{ text: FINISH, parameters }]);
  if (rows.length === 0) throw new RunEndedError();
}

/** Lets go of a step that was not finished, so that a run which goes on may take it at once. */
export async function releaseStep({ user, postId }: Ticket, { step, owner }: Claim): Promise<void> {
  await pipelineAsUser(user, [{ text: RELEASE, parameters: [postId, step, owner] }]);
}
