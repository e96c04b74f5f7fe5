import "server-only";
import { requireConfig } from "../config/config";
import { getSessionVisitor, type Visitor } from "./get-session-user";
import { isErased } from "./is-erased";
import type { UserId } from "./user-id";

/**
 * The visitor of this request. The id comes from the verified session and from nowhere else; a token
 * that outlives its account is nobody's.
 *
 * @returns null when nobody is signed in.
 * @throws AppError `vault_unavailable` when the database is away.
 */
export async function getCurrentVisitor(): Promise<Visitor | null> {
  const visitor = await getSessionVisitor();
  if (!visitor || requireConfig().mode === "development") return visitor;
  return (await isErased(visitor.user)) ? null : visitor;
}

/** The same, the user alone. */
export async function getCurrentUser(): Promise<UserId | null> {
  return (await getCurrentVisitor())?.user ?? null;
}
