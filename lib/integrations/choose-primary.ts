import "server-only";
import { eq, sql } from "drizzle-orm";
import { integrations } from "@/drizzle/schema/publishing";
import type { UserId } from "../auth/user-id";
import { asUser } from "../db/as-user";
import { AppError } from "../errors";

/** Makes one of the user's sites the primary one, and no other. @throws AppError `not_found`. */
export async function choosePrimary(user: UserId, id: string): Promise<void> {
  await asUser(user, async (tx) => {
    const [own] = await tx.select().from(integrations).where(eq(integrations.id, id));
    if (!own) throw new AppError("not_found");
    await tx.update(integrations).set({ isPrimary: sql`${integrations.id} = ${id}` });
  });
}
