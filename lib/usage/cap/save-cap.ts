import "server-only";
import { userSettings } from "@/drizzle/schema/settings";
import type { UserId } from "../../auth/user-id";
import { asUser, type UserTransaction } from "../../db/as-user";
import { inTurn } from "../../db/in-turn";
import type { CapBody, CapState } from "../schema";
import { lockSpending } from "./lock-spending";
import { readCap } from "./read-cap";

/**
 * Sets what a user's keys may spend in a calendar month of their zone, or that they may spend anything.
 * It holds for the next call on: the change takes turns with the calls that are being opened.
 *
 * @returns where the user stands with it.
 */
export async function saveCap(user: UserId, { monthlyUsd, zone }: CapBody): Promise<CapState> {
  return inTurn(user, () => asUser(user, (tx) => keepCap(tx, user, { monthlyUsd, zone })));
}

async function keepCap(
  tx: UserTransaction,
  user: UserId,
  { monthlyUsd, zone }: CapBody,
): Promise<CapState> {
  await lockSpending(tx, user);
  const now = new Date();
  const changed = {
    monthlyCapUsd: monthlyUsd,
    capSetAt: now,
    updatedAt: now,
    ...(zone ? { timeZone: zone } : {}),
  };
  await tx
    .insert(userSettings)
    .values({ userId: user, ...changed })
    .onConflictDoUpdate({ target: userSettings.userId, set: changed });
  return readCap(tx);
}
