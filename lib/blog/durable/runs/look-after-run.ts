import { getPost } from "../../posts/get-post";
import { findTicket } from "./find-ticket";
import { startQueued } from "./start-queued";

/**
 * One look at a run, as a step of the engine: a silent one is gone on with, and its user's next begin.
 *
 * @returns whether another look is needed.
 */
export async function lookAfterRun(postId: string): Promise<boolean> {
  "use step";
  const ticket = await findTicket(postId);
  const post = ticket && (await getPost(ticket.user, postId));
  if (!post) return false;
  await startQueued(ticket.user);
  return post.status === "queued" || post.status === "running";
}
