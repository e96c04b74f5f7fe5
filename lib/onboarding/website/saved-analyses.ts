import "server-only";
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { onboardingData } from "@/drizzle/schema/onboarding";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import { LIMITS } from "../../limits/registry";
import { type SavedAnalysis, savedAnalysis } from "./schema";

/** The row beside the step's own that holds earlier analyses; a hard reset deletes it too. */
const ROW = "website-analyses";
const MOST_KEPT = LIMITS.keptAnalyses;
const stored = z.array(savedAnalysis).catch([]);

/** The user's earlier analyses, newest first. */
export async function listAnalyses(user: UserId): Promise<SavedAnalysis[]> {
  const [row] = await asUser(user, (tx) =>
    tx.select().from(onboardingData).where(eq(onboardingData.step, ROW)),
  );
  return stored.parse(row?.data ?? []);
}

/** Keeps an analysis for reuse; one of the same site takes the place of the older one. */
export async function saveAnalysis(
  user: UserId,
  fresh: Pick<SavedAnalysis, "label" | "profile" | "usd">,
): Promise<void> {
  const one = { ...fresh, id: randomUUID(), at: new Date().toISOString() };
  await changeAnalyses(user, (all) =>
    [one, ...all.filter(({ label }) => label !== fresh.label)].slice(0, MOST_KEPT),
  );
}

/** Deletes an earlier analysis. @throws AppError `not_found` when the user has none of that id. */
export async function deleteAnalysis(user: UserId, id: string): Promise<void> {
  await changeAnalyses(user, (all) => {
    if (all.every((one) => one.id !== id)) throw new AppError("not_found");
    return all.filter((one) => one.id !== id);
  });
}

async function changeAnalyses(
  user: UserId,
  change: (all: SavedAnalysis[]) => SavedAnalysis[],
): Promise<void> {
  await asUser(user, async (tx) => {
    const own = eq(onboardingData.step, ROW);
    await tx.insert(onboardingData).values({ userId: user, step: ROW }).onConflictDoNothing();
    const [row] = await tx.select().from(onboardingData).where(own).for("update");
    const data = change(stored.parse(row?.data ?? []));
    await tx.update(onboardingData).set({ data, updatedAt: new Date() }).where(own);
  });
}
