import { mintUserId, type UserId } from "@/lib/auth/user-id";
import { openDatabaseStore } from "@/lib/keys/stores/database";
import type { ProviderId } from "@/lib/providers/schema";
import { Secret } from "@/lib/secret";

/** Saves keys of a user into the database store, without asking any provider. */
export async function saveKeyDirectly(
  user: UserId,
  keys: Partial<Record<ProviderId, string>>,
): Promise<void> {
  const checked = (["gemini", "exa", "copilotkit"] as const).flatMap((provider) => {
    const value = keys[provider];
    return value
      ? [{ provider, secret: new Secret(provider, value), status: "valid" as const }]
      : [];
  });
  await openDatabaseStore().save(user, checked);
}

/** A user id of the form that Clerk gives. */
export function clerkUser(name: string): UserId {
  return mintUserId(`user_clerk_${name}`);
}
