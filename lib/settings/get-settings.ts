import "server-only";
import { userSettings } from "@/drizzle/schema/settings";
import type { UserId } from "../auth/user-id";
import { asUser, type UserTransaction } from "../db/as-user";
import { type Settings, settingsBody } from "./schema";

const NONE: Settings = {
  defaultModel: null,
  defaultWords: null,
  defaultLanguage: null,
  researchDepth: null,
  monthlyCapUsd: null,
  timeZone: "UTC",
  mutedNotices: [],
};

/** What a user prefers; nothing, and UTC, for one who has never said. */
export async function getSettings(user: UserId): Promise<Settings> {
  return asUser(user, selectSettings);
}

/** The same within a transaction of the user. */
export async function selectSettings(tx: UserTransaction): Promise<Settings> {
  const [row] = await tx.select().from(userSettings);
  if (!row) return NONE;
  const { userId: _, capSetAt: __, updatedAt: ___, ...settings } = row;
  const researchDepth = settingsBody.shape.researchDepth.parse(row.researchDepth) ?? null;
  return { ...settings, researchDepth };
}
