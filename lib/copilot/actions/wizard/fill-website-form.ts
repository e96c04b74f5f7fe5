import "server-only";
import { z } from "zod";
import { parseFields } from "../../../http/read-body";
import { LIMITS } from "../../../limits/registry";
import { analyzeWebsite } from "../../../onboarding/website/analyze-website";
import { analyzeBody, PROFILE_FIELDS } from "../../../onboarding/website/schema";
import { showLine } from "../../suggestions/suggest-edit";
import { defineAction } from "../action";
import { priceModelCall } from "../price-model-call";

const { least, most } = LIMITS.businessCharacters;
export const fillWebsiteForm = defineAction({
  name: "fill_website_form",
  description: "Fill in the website step of the wizard from what the user says of their business.",
  args: z.strictObject({
    business: z
      .string()
      .trim()
      .min(least, `Say a little more: at least ${least} characters.`)
      .max(most)
      .describe("What the user does, for whom, in their words."),
  }),
  plan: async ({ user }, args) => ({
    args,
    title: "Describe your style from what you said",
    priceUsd: await priceModelCall(user, { maxOutputTokens: LIMITS.outputTokens.style }),
  }),
  run: async ({ user, emit, signal }, { business }) => {
    const body = parseFields(analyzeBody, { business });
    const { profile } = await analyzeWebsite(user, body, { emit, signal });
    const shown = PROFILE_FIELDS.map((field) =>
      showLine(field, "", [profile[field]].flat().join("\n")),
    );
    const values = { source: "business", business, profile };
    return {
      told: { status: "suggested", fields: [...PROFILE_FIELDS] },
      suggestions: [
        {
          kind: "draft",
          title: "Fill in “Website”",
          reason: "From what you said of your business.",
          change: { step: "website", values },
          shown,
        },
      ],
      link: { href: "/onboarding/website", label: "Open “Website”" },
    };
  },
});
