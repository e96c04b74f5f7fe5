import "server-only";
import type { UserId } from "../auth/user-id";
import { listApiKeys } from "../keys/list-api-keys";
import { saveApiKeys } from "../keys/save-api-keys";
import type { ApiKeysAnswer, SaveApiKeysBody } from "../keys/schema";
import { completeStep } from "./complete-step";
import { findMissingKey } from "./find-missing-key";
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
  const { currentStep, progress } = findMissingKey(keys)
    ? await getOnboarding(user)
    : await completeStep(user, "api-keys");
  return { keys, progress: { currentStep, progress } };
}
