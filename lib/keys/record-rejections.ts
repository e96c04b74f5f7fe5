import "server-only";
import { apiKeyEvents } from "@/drizzle/schema/keys";
import type { UserId } from "../auth/user-id";
import { asUser } from "../db/as-user";
import type { CheckOutcome } from "./check-api-keys";

/** Writes into the user's history that a provider refused a submitted key. Holds nothing of the key. */
export async function recordRejections(user: UserId, refused: CheckOutcome[]): Promise<void> {
  const events = refused.map(({ provider, code }) => ({
    userId: user,
    provider,
    event: "rejected",
    detail: code ?? null,
  }));
  await asUser(user, (tx) => tx.insert(apiKeyEvents).values(events));
}
