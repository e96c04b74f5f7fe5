import "server-only";
import { asc, eq } from "drizzle-orm";
import { integrations } from "@/drizzle/schema/publishing";
import type { UserId } from "../auth/user-id";
import { asUser } from "../db/as-user";
import { AppError } from "../errors";

/**
 * Forgets a site and its login. When it was the primary one, the oldest of the others is next.
 *
 * @throws AppError `not_found`.
 */
export async function disconnectIntegration(user: UserId, id: string): Promise<void> {
  await asUser(user, async (tx) => {
    const [gone] = await tx.delete(integrations).where(eq(integrations.id, id)).returning();
    if (!gone) throw new AppError("not_found");
    if (!gone.isPrimary) return;
    const oldest = tx.select().from(integrations).orderBy(asc(integrations.createdAt)).limit(1);
    const [next] = await oldest;
    if (!next) return;
    await tx.update(integrations).set({ isPrimary: true }).where(eq(integrations.id, next.id));
  });
}
