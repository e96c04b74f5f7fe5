import "server-only";
import { auth } from "@clerk/nextjs/server";
import { requireConfig } from "../config/config";
import { readSession } from "./read-session";
import { LOCAL_DEVELOPER, mintUserId, type UserId } from "./user-id";

/** Who asks, and until when their proof of it holds (milliseconds of the epoch); null for ever. */
export type Visitor = { user: UserId; expiresAt: number | null };

/**
 * Whose session came with this request, even if the account has been deleted since: Clerk's verified
 * session (cookie or Bearer token) in production, the local developer in development.
 *
 * @returns null when nobody is signed in.
 */
export async function getSessionVisitor(): Promise<Visitor | null> {
  if (requireConfig().mode === "development") return { user: LOCAL_DEVELOPER, expiresAt: null };
  const { userId, sessionClaims } = await auth({ acceptsToken: "session_token" });
  const session = userId ? readSession(sessionClaims) : null;
  return session ? { user: mintUserId(session.subject), expiresAt: session.expiresAt } : null;
}

/** The same, the user alone. */
export async function getSessionUser(): Promise<UserId | null> {
  return (await getSessionVisitor())?.user ?? null;
}
