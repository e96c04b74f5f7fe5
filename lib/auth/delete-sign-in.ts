import "server-only";
import { clerkClient } from "@clerk/nextjs/server";
import pRetry from "p-retry";
import { AppError } from "../errors";
import type { UserId } from "./user-id";

/**
 * Deletes a user at Clerk, with all of their sessions there. One who is gone already is fine.
 *
 * @throws AppError `sign_in_remains` after three tries.
 */
export async function deleteSignIn(user: UserId): Promise<void> {
  const { users } = await clerkClient();
  const remove = () => users.deleteUser(user).catch(passIfGone);
  await pRetry(remove, { retries: 2, minTimeout: 300 }).catch((error: unknown) => {
    throw new AppError("sign_in_remains", {}, { cause: error });
  });
}

function passIfGone(error: unknown): void {
  const isGone = error instanceof Error && "status" in error && error.status === 404;
  if (!isGone) throw error;
}
