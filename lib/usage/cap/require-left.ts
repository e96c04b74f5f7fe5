import "server-only";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import { describeReached } from "./describe-cap";
import { readCap } from "./read-cap";

/**
 * Something must be left under the month's cap before anything is begun that costs.
 *
 * @throws AppError `cap_reached` with when it starts again.
 */
export async function requireLeft(user: UserId): Promise<void> {
  const { monthlyUsd, leftUsd, resetsAt, zone } = await asUser(user, readCap);
  if (monthlyUsd === null || leftUsd !== 0) return;
  throw new AppError("cap_reached", {
    detail: describeReached(monthlyUsd, { resetsAt, zone }),
    cap: { scope: "month", leftUsd: 0, resetsAt },
  });
}
