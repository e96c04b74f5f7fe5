import "server-only";
import type { UserId } from "../../../auth/user-id";
import { shareInProcess } from "../../../process/share-in-process";

type Turns = { next?: (user: UserId) => Promise<void> };
const turns = shareInProcess("run-turns", (): Turns => ({}));

/** Says, when a server starts, how a user's next runs are started; a run that ends knows nothing of it. */
export function takeTurns(next: (user: UserId) => Promise<void>): void {
  turns.next = next;
}

/** Says that a run of a user has ended, or waits: the next may begin. Else the sweep begins it. */
export async function passTurn(user: UserId): Promise<void> {
  await turns.next?.(user);
}
