import "server-only";
import { requireConfig } from "../config/config";
import { getSessionUser } from "./get-session-user";
import { isErased } from "./is-erased";
import type { UserId } from "./user-id";

/**
 * The user of this request. The id comes from the verified session and from nowhere else; a token
 * that outlives its account is nobody's.
 *
 * @returns null when nobody is signed in.
 * @throws AppError `vault_unavailable` when the database is away.
 */
export async function getCurrentUser(): Promise<UserId | null> {
  const user = await getSessionUser();
  if (!user || requireConfig().mode === "development") return user;
  return (await isErased(user)) ? null : user;
}
