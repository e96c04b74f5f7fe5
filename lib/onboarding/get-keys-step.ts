import "server-only";
import type { UserId } from "../auth/user-id";
import { listApiKeys } from "../keys/list-api-keys";
import type { ApiKeysAnswer } from "../keys/schema";
import { getOnboarding } from "./get-onboarding";

/** What `GET /api/onboarding/api-keys` answers. */
export async function getKeysStep(user: UserId): Promise<ApiKeysAnswer> {
  const [keys, { currentStep, progress }] = await Promise.all([
    listApiKeys(user),
    getOnboarding(user),
  ]);
  return { keys, progress: { currentStep, progress } };
}
