import "server-only";
import type { UserId } from "../../auth/user-id";
import { pipelineAsUser } from "../../db/as-user";
import { storableText } from "../../text/storable-text";
import { RunEndedError } from "../durable/run-ended-error";
import type { EventData, EventType, PostEvent } from "../schema";

/** An event that has no id yet. */
export type NewEvent = { [Type in EventType]: { type: Type; data: EventData[Type] } }[EventType];

/** Who may write: the owner of a step's row, as long as nobody has taken it over. */
export type Fence = { step: string; owner: string };

/**
 * Ids come from `last_seq` in the statement that inserts; a run that was ended gets no rows, nor does
 * a step that another process has taken over.
 */
const APPEND = `
  WITH bumped AS (
    UPDATE posts SET last_seq = last_seq + $2, updated_at = now()
    WHERE id = $1 AND status IN ('queued', 'running')
      AND ($4::text IS NULL OR EXISTS (
        SELECT 1 FROM post_checkpoints WHERE post_id = $1 AND step = $4 AND owner = $5::uuid))
    RETURNING last_seq, user_id
  )
  INSERT INTO post_events (post_id, seq, user_id, type, data)
  SELECT $1, bumped.last_seq - $2 + event.ordinality, bumped.user_id, event.value->>'type', event.value->'data'
  FROM bumped, jsonb_array_elements($3::text::jsonb) WITH ORDINALITY AS event
  RETURNING seq`;

/**
 * Stores events of a running post in one transaction: committed first, sent afterwards.
 *
 * @returns the events with their ids, as they were stored: without what Postgres cannot hold.
 * @param fence of the step that writes; without one the post's status alone decides.
 * @throws RunEndedError when the post is not running any more, or the step is another's now.
 */
export async function appendEvents(
  user: UserId,
  postId: string,
  events: NewEvent[],
  fence?: Fence,
): Promise<PostEvent[]> {
  const text = JSON.stringify(events, (_, value) =>
    typeof value === "string" ? storableText(value) : value,
  );
  const storable: NewEvent[] = JSON.parse(text);
  const parameters = [postId, events.length, text, fence?.step ?? null, fence?.owner ?? null];
  const [rows = []] = await pipelineAsUser(user, [{ text: APPEND, parameters }]);
  if (rows.length !== events.length) throw new RunEndedError();
  const first = Math.min(...rows.map((row) => Number(row.seq)));
  return storable.map((event, index) => ({ id: first + index, ...event }));
}
