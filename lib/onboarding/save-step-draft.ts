import "server-only";
import { onboardingData } from "@/drizzle/schema";
import type { UserId } from "../auth/user-id";
import { asUser } from "../db/as-user";
import type { StepId } from "./schema";

/** Keeps a half-filled form of a step; its completed data stays as it is. `null` drops the draft. */
export async function saveStepDraft(user: UserId, step: StepId, draft: unknown): Promise<void> {
  const fresh = { draft, updatedAt: new Date() };
  await asUser(user, (tx) =>
    tx
      .insert(onboardingData)
      .values({ userId: user, step, ...fresh })
      .onConflictDoUpdate({ target: [onboardingData.userId, onboardingData.step], set: fresh }),
  );
}
