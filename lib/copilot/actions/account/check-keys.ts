import "server-only";
import { listApiKeys } from "../../../keys/list-api-keys";
import { listProviderCards } from "../../../providers/list-provider-cards";
import { defineAction, NO_ARGUMENTS } from "../action";

export const checkKeys = defineAction({
  name: "check_keys",
  description: "Say which of the user's keys are saved, whether they work, and which is missing.",
  args: NO_ARGUMENTS,
  run: async ({ user }) => {
    const saved = await listApiKeys(user);
    const keys = listProviderCards().map(({ id, name, required }) => {
      const key = saved.find(({ provider }) => provider === id);
      return {
        provider: name,
        required,
        status: key?.status ?? "missing",
        lastUsedAt: key?.lastUsedAt ?? null,
      };
    });
    return { told: { keys }, link: { href: "/onboarding/api-keys", label: "Open the keys" } };
  },
});
