import "server-only";
import type { UserId } from "../auth/user-id";
import { AppError } from "../errors";
import { DEAD_KEY } from "../errors/key-errors";
import { recordVerdict } from "../keys/record-verdict";
import type { ProviderId } from "../providers/schema";

/** The key that a call was made with. */
type UsedKey = { provider: ProviderId; version: number };

/** Marks a key as rejected the moment that a call finds it out, whatever the call was for. */
export async function markRejected(user: UserId, key: UsedKey, error: unknown): Promise<void> {
  if (!(error instanceof AppError) || !DEAD_KEY.has(error.code)) return;
  await recordVerdict(user, { ...key, works: false, problem: error.code });
}
