import "server-only";
import type { WaitError } from "../../../calls/wait-error";
import { pipelineAsUser } from "../../../db/as-user";
import { RunEndedError } from "../run-ended-error";
import type { Ticket } from "../step-results";
import type { Claim } from "./claim-step";
import type { LoadedStep } from "./load-step";

const UNTIL = "SELECT now() + $1::float8 * interval '1 second' AS until";
const LEAVE = `
  UPDATE post_checkpoints SET owner = NULL, data = $4::text::jsonb
  WHERE post_id = $1 AND step = $2 AND owner = $3::uuid RETURNING step`;
const SLEEP = `
  UPDATE posts SET heartbeat_at = greatest(heartbeat_at, now() + $2::float8 * interval '1 second')
  WHERE id = $1 AND status = 'running'`;

/** A step that is left, and what it waits for. */
type Left = { ticket: Ticket; claim: Claim; open: LoadedStep; wait: WaitError };

/**
 * Lets go of a step that has to wait: what its calls have given so far is kept, the run counts as alive
 * until it is woken, and its followers are told until when, by the clock of the database.
 *
 * @throws RunEndedError when the run was stopped, or the step taken over, meanwhile.
 */
export async function leaveStep({ ticket, claim, open, wait }: Left): Promise<void> {
  const { user, postId } = ticket;
  const parts = await open.parts.settle();
  if (wait.problem.code === "quota_minute") {
    const [[row] = []] = await pipelineAsUser(user, [{ text: UNTIL, parameters: [wait.seconds] }]);
    const until = new Date(row?.until).toISOString();
    open.run.emit("wait", { until, reason: "quota_minute" });
  }
  await open.flush();
  const [left = []] = await pipelineAsUser(user, [
    { text: LEAVE, parameters: [postId, claim.step, claim.owner, JSON.stringify(parts)] },
    { text: SLEEP, parameters: [postId, wait.seconds] },
  ]);
  if (left.length === 0) throw new RunEndedError();
}
