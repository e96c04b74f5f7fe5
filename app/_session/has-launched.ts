import "server-only";
import { getCurrentUser } from "@/lib/auth/get-current-user";
import { getOnboarding } from "@/lib/onboarding/get-onboarding";

/**
 * True for a user who has finished the wizard. Never throws: the landing page is served whatever
 * state this instance is in.
 */
export async function hasLaunched(): Promise<boolean> {
  const launched = async () => {
    const user = await getCurrentUser();
    return user !== null && (await getOnboarding(user)).completedAt !== null;
  };
  return launched().catch(() => false);
}
