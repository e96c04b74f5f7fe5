import "server-only";
import type { UserId } from "../../auth/user-id";
import type { UserTransaction } from "../../db/as-user";
import { noticeCap } from "./notice-cap";
import { readCap } from "./read-cap";

/** From which part of a cap its user is warned. */
const NEAR = 0.8;

/** Warns a user whose calls have spent four fifths of the month's cap, and once more when all is spent. */
export async function warnOfCap(tx: UserTransaction, user: UserId): Promise<void> {
  const { monthlyUsd, spentUsd } = await readCap(tx);
  if (monthlyUsd === null || spentUsd < NEAR * monthlyUsd) return;
  await noticeCap(tx, user, "cap-near");
  if (spentUsd >= monthlyUsd) await noticeCap(tx, user, "cap-reached");
}
