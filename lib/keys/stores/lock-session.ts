import "server-only";
import { eq } from "drizzle-orm";
import { onboardingSessions } from "@/drizzle/schema/onboarding";
import type { UserId } from "../../auth/user-id";
import type { UserTransaction } from "../../db/as-user";

/** The user's session, made when missing and locked: two saves of one user take turns. */
export async function lockSession(tx: UserTransaction, user: UserId): Promise<string> {
  await tx.insert(onboardingSessions).values({ userId: user }).onConflictDoNothing();
  const [session] = await tx
    .select({ id: onboardingSessions.id })
    .from(onboardingSessions)
    .where(eq(onboardingSessions.userId, user))
    .for("update");
  if (!session) throw new Error("The onboarding session of the user is missing.");
  return session.id;
}
