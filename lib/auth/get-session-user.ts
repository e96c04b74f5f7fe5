import "server-only";
import { auth } from "@clerk/nextjs/server";
import { requireConfig } from "../config/config";
import { LOCAL_DEVELOPER, mintUserId, type UserId } from "./user-id";

/**
 * Whose session came with this request, even if the account has been deleted since: Clerk's verified
 * session (cookie or Bearer token) in production, the local developer in development.
 *
 * @returns null when nobody is signed in.
 */
export async function getSessionUser(): Promise<UserId | null> {
  if (requireConfig().mode === "development") return LOCAL_DEVELOPER;
  const { userId } = await auth({ acceptsToken: "session_token" });
  return userId ? mintUserId(userId) : null;
}
