import "server-only";
import { z } from "zod";
import { saveCap } from "../../../usage/cap/save-cap";
import { capBody } from "../../../usage/schema";
import { defineAction } from "../action";

export const setCap = defineAction({
  name: "set_cap",
  description: "Set the most that the user's keys may spend in a month, or take the limit away.",
  needsClick: true,
  args: z.strictObject({
    monthlyUsd: capBody.shape.monthlyUsd
      .optional()
      .describe("US dollars a month; leave it out for no limit."),
  }),
  plan: async (_, { monthlyUsd = null }) => ({
    args: { monthlyUsd },
    title:
      monthlyUsd === null
        ? "Take the monthly limit away"
        : `Let your keys spend at most $${monthlyUsd} a month`,
    priceUsd: 0,
  }),
  run: async ({ user }, { monthlyUsd = null }) => {
    const { spentUsd, leftUsd } = await saveCap(user, { monthlyUsd });
    return {
      told: { status: "set", monthlyUsd, spentUsd, leftUsd },
      link: { href: "/usage", label: "Open the usage page" },
    };
  },
});
