import "server-only";
import { z } from "zod";
import { openCaller } from "../../../calls/open-caller";
import { AppError } from "../../../errors";
import { LIMITS } from "../../../limits/registry";
import { EXA_PRICES } from "../../../models/dated-facts";
import { readStepData } from "../../../onboarding/read-step-data";
import { findCompetitors } from "../../../onboarding/research/find-competitors";
import { websiteData } from "../../../onboarding/website/schema";
import { showLine } from "../../suggestions/suggest-edit";
import { defineAction } from "../action";

const { least, most } = LIMITS.subjectCharacters;

export const suggestCompetitors = defineAction({
  name: "suggest_competitors",
  description: "Search for companies that write for the same readers, for the research step.",
  args: z.strictObject({
    description: z
      .string()
      .trim()
      .min(least)
      .max(most)
      .optional()
      .describe("What the user writes about."),
  }),
  plan: async (_, args) => ({
    args,
    title: "Search for competitors",
    priceUsd: EXA_PRICES.search.auto,
  }),
  run: async ({ user, emit, signal }, args) => {
    const site = websiteData.safeParse((await readStepData(user, "website")).data).data;
    const description = args.description ?? site?.profile.description;
    if (!description)
      throw new AppError("invalid", { detail: "Say in a sentence what you write about." });
    const caller = await openCaller(user, emit, signal);
    const competitors = await findCompetitors(caller, { description, ownUrl: site?.url });
    if (competitors.length === 0) throw new AppError("no_competitors", { provider: "exa" });
    const shown = competitors.map(({ name, url }) => showLine(name, "", url));
    return {
      told: { status: "suggested", found: competitors.map(({ name }) => name) },
      suggestions: [
        {
          kind: "draft",
          title: "Take these competitors into “Research”",
          reason: "They publish for the same readers.",
          change: { step: "research", values: { competitors } },
          shown,
        },
      ],
      link: { href: "/onboarding/research", label: "Open “Research”" },
    };
  },
});
