import "server-only";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { selectSettings } from "../../settings/get-settings";
import { readCap } from "../cap/read-cap";
import type { UsageQuery, UsageReport } from "../schema";
import { settleForgotten } from "../settle-forgotten";
import { addUp } from "./add-up";
import { groupCalls } from "./group-calls";
import { chooseRange } from "./read-range";

/**
 * What a user's keys have spent in a range of days: in all, in groups, and of this month's cap.
 *
 * @throws AppError `invalid` for a range that is none.
 */
export async function reportUsage(user: UserId, query: UsageQuery): Promise<UsageReport> {
  return asUser(user, async (tx) => {
    await settleForgotten(tx);
    const { timeZone } = await selectSettings(tx);
    const range = chooseRange(query, timeZone);
    const groups = await groupCalls(tx, range, query.by ?? "day");
    return { range, totals: addUp(groups), groups, cap: await readCap(tx) };
  });
}
