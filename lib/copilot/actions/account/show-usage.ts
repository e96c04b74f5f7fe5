import "server-only";
import { z } from "zod";
import { reportUsage } from "../../../usage/report/report-usage";
import { defineAction } from "../action";

const MOST_GROUPS = 10;

export const showUsage = defineAction({
  name: "show_usage",
  description:
    "Say what the user's keys have spent this month, in all and by provider, model or work.",
  args: z.strictObject({
    by: z.enum(["provider", "model", "operation", "day"]).optional().describe("How it is grouped."),
  }),
  run: async ({ user }, { by = "provider" }) => {
    const { range, totals, groups, cap } = await reportUsage(user, { by });
    const { costUsd, calls, pendingUsd } = totals;
    return {
      told: {
        ...{ from: range.from, to: range.to, costUsd, calls, pendingUsd },
        groups: groups.slice(0, MOST_GROUPS).map((group) => {
          return { label: group.label, costUsd: group.costUsd, calls: group.calls };
        }),
        cap: { monthlyUsd: cap.monthlyUsd, leftUsd: cap.leftUsd, resetsAt: cap.resetsAt },
      },
      link: { href: "/usage", label: "Open the usage page" },
    };
  },
});
