import { withUser } from "@/lib/http/with-user";
import { getSettings } from "@/lib/settings/get-settings";
import { saveSettings } from "@/lib/settings/save-settings";
import { settingsBody } from "@/lib/settings/schema";

export const GET = withUser(null, async ({ user }) => Response.json(await getSettings(user)));

export const PATCH = withUser(settingsBody, async ({ user, body }) =>
  Response.json(await saveSettings(user, body)),
);
