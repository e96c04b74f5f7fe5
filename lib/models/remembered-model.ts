import "server-only";
import { eq } from "drizzle-orm";
import { userSettings } from "@/drizzle/schema/settings";
import type { UserId } from "../auth/user-id";
import { asUser } from "../db/as-user";

/** The model that a user has chosen last; undefined while they have chosen none. */
export async function readRememberedModel(user: UserId): Promise<string | undefined> {
  const [row] = await asUser(user, (tx) =>
    tx
      .select({ model: userSettings.defaultModel })
      .from(userSettings)
      .where(eq(userSettings.userId, user)),
  );
  return row?.model ?? undefined;
}

/** Keeps the model that a user has chosen: it writes from now on where none is named. */
export async function rememberModel(user: UserId, model: string): Promise<void> {
  const change = { defaultModel: model, updatedAt: new Date() };
  await asUser(user, (tx) =>
    tx
      .insert(userSettings)
      .values({ userId: user, ...change })
      .onConflictDoUpdate({ target: userSettings.userId, set: change }),
  );
}
