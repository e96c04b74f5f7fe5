import "server-only";
import { deleteSignIn } from "../auth/delete-sign-in";
import type { UserId } from "../auth/user-id";
import { requireConfig } from "../config/config";
import { openStores } from "../keys/stores/registry";
import { PROVIDER_IDS } from "../providers/schema";
import { eraseAccount } from "./erase-account";

/**
 * "Delete my account": every row, then the sign-in at Clerk; in development the keys of `.env.local`
 * instead. Safe to ask for again when the second part has failed.
 *
 * @throws AppError `sign_in_remains` when Clerk could not be reached: everything else is gone.
 */
export async function deleteAccount(user: UserId): Promise<void> {
  await eraseAccount(user);
  if (requireConfig().mode === "production") return deleteSignIn(user);
  const { read } = openStores("development");
  for (const provider of PROVIDER_IDS) await read.delete(user, provider);
}
