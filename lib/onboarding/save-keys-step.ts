import "server-only";
import type { UserId } from "../auth/user-id";
import { listApiKeys } from "../keys/list-api-keys";
import { saveApiKeys } from "../keys/save-api-keys";
import type { ApiKeysAnswer, SaveApiKeysBody } from "../keys/schema";
import { listProviderCards } from "../providers/list-provider-cards";
import { completeStep } from "./complete-step";
import { getOnboarding } from "./get-onboarding";

/**
 * Step 1 of the wizard: saves the keys, and completes the step by itself once every required
 * provider has one.
 *
 * @throws AppError `invalid` or `rate_limited`; then nothing was saved.
 */
export async function saveKeysStep(user: UserId, body: SaveApiKeysBody): Promise<ApiKeysAnswer> {
  await saveApiKeys(user, body);
  const keys = await listApiKeys(user);
  const required = listProviderCards().filter((card) => card.required);
  const complete = required.every(({ id }) => keys.some(({ provider }) => provider === id));
  const { currentStep, progress } = complete
    ? await completeStep(user, "api-keys")
    : await getOnboarding(user);
  return { keys, progress: { currentStep, progress } };
}

/** What `GET /api/onboarding/api-keys` answers. */
export async function getKeysStep(user: UserId): Promise<ApiKeysAnswer> {
  const [keys, { currentStep, progress }] = await Promise.all([
    listApiKeys(user),
    getOnboarding(user),
  ]);
  return { keys, progress: { currentStep, progress } };
}
