import "server-only";
import type { UserId } from "../../auth/user-id";
import { timeLimit } from "../../process/time-limit";
import { followEvents } from "../events/follow-events";

/** Waits until a run has ended, or the time is over. @returns whether it has ended. */
export async function waitForPost(
  user: UserId,
  postId: string,
  seconds: number,
  signal: AbortSignal,
): Promise<boolean> {
  const limited = AbortSignal.any([signal, timeLimit(seconds * 1_000)]);
  let isOver = false;
  for await (const event of followEvents(user, postId, { after: 0, signal: limited }))
    isOver = event.type === "done";
  return isOver && !limited.aborted;
}
