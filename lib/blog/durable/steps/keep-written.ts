import "server-only";
import { pipelineAsUser } from "../../../db/as-user";
import type { WrittenSection } from "../../citations/open-section-sink";
import type { Ticket } from "../step-results";
import { SAVE_CHECKPOINT } from "./save-checkpoint";

const LOCK = "SELECT id FROM posts WHERE id = $1 FOR NO KEY UPDATE";
const MISSING = `
  SELECT value FROM jsonb_array_elements_text($2::text::jsonb) WHERE NOT EXISTS (
    SELECT 1 FROM post_checkpoints
    WHERE post_id = $1 AND step = 'written:' || value AND finished_at IS NOT NULL)`;

/** A section whose text is there, and the ids of all that the post is to have. */
export type Finished = { sectionId: string; written: WrittenSection; sectionIds: string[] };

/**
 * Keeps the text of a section before it is checked. The post's lock orders sections that are written
 * at the same time, so that exactly one of them is the last.
 *
 * @returns whether it was the last one that was missing; one that the post no longer has never is.
 */
export async function keepWritten({ user, postId }: Ticket, finished: Finished): Promise<boolean> {
  const { sectionId, written, sectionIds } = finished;
  const save = [postId, `written:${sectionId}`, JSON.stringify(written)];
  const [, , missing = []] = await pipelineAsUser(user, [
    { text: LOCK, parameters: [postId] },
    { text: SAVE_CHECKPOINT, parameters: save },
    { text: MISSING, parameters: [postId, JSON.stringify(sectionIds)] },
  ]);
  return missing.length === 0 && sectionIds.includes(sectionId);
}
