import "server-only";
import { userSettings } from "@/drizzle/schema/settings";
import type { UserId } from "../auth/user-id";
import { asUser } from "../db/as-user";
import { selectSettings } from "./get-settings";
import type { Settings, SettingsBody } from "./schema";

/** Changes what is named of a user's preferences. @returns all of them. */
export async function saveSettings(user: UserId, body: SettingsBody): Promise<Settings> {
  return asUser(user, async (tx) => {
    const changed = { ...body, updatedAt: new Date() };
    await tx
      .insert(userSettings)
      .values({ userId: user, ...changed })
      .onConflictDoUpdate({ target: userSettings.userId, set: changed });
    return selectSettings(tx);
  });
}
