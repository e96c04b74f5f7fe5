import "server-only";
import { auth } from "@clerk/nextjs/server";
import { requireConfig } from "../config/config";
import { LOCAL_DEVELOPER, mintUserId, type UserId } from "./user-id";

/**
 * The user of this request: Clerk's verified session (cookie or Bearer token) in production, the
 * local developer in development. The id comes from nowhere else.
 *
 * @returns null when nobody is signed in.
 */
export async function getCurrentUser(): Promise<UserId | null> {
  if (requireConfig().mode === "development") return LOCAL_DEVELOPER;
  const { userId } = await auth({ acceptsToken: "session_token" });
  return userId ? mintUserId(userId) : null;
}
