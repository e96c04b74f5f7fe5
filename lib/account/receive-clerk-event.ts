import "server-only";
import { mintUserId } from "../auth/user-id";
import { verifyClerkEvent } from "../auth/verify-clerk-event";
import { requireConfig } from "../config/config";
import { AppError } from "../errors";
import { eraseAccount } from "./erase-account";

/**
 * Takes a message of Clerk's webhook. A deleted user is erased, however often and in whatever order it
 * is told; nothing else of what Clerk tells changes anything here.
 *
 * @throws AppError `not_found` in development, where there is no Clerk; those of `verifyClerkEvent`.
 */
export async function receiveClerkEvent(request: Request): Promise<void> {
  if (requireConfig().mode === "development") throw new AppError("not_found");
  const event = await verifyClerkEvent(request);
  if (event.type === "user.deleted" && event.data.id) await eraseAccount(mintUserId(event.data.id));
}
