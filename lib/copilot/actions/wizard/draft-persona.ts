import "server-only";
import { openCaller } from "../../../calls/open-caller";
import { LIMITS } from "../../../limits/registry";
import { generatePersona } from "../../../onboarding/persona/generate-persona";
import { PERSONA_FIELDS } from "../../../onboarding/persona/schema";
import { showLine } from "../../suggestions/suggest-edit";
import { defineAction, NO_ARGUMENTS } from "../action";
import { priceModelCall } from "../price-model-call";

export const draftPersona = defineAction({
  name: "draft_persona",
  description: "Draft the writing persona of the wizard from what its steps have learned.",
  args: NO_ARGUMENTS,
  plan: async ({ user }) => ({
    args: {},
    title: "Draft your persona",
    priceUsd: await priceModelCall(user, { maxOutputTokens: LIMITS.outputTokens.persona }),
  }),
  run: async ({ user, emit, signal }) => {
    const caller = await openCaller(user, emit, signal);
    const persona = await generatePersona(caller, { target: "core" }, () => {});
    const texts = PERSONA_FIELDS.map((name) => [name, [persona[name]].flat().join("\n")] as const);
    return {
      told: { status: "suggested" },
      suggestions: [
        {
          kind: "draft",
          title: "Fill in “Personalization”",
          reason: "From what the wizard has learned of you.",
          change: { step: "persona", values: { core: Object.fromEntries(texts) } },
          shown: texts.map(([name, text]) => showLine(name, "", text)),
        },
      ],
      link: { href: "/onboarding/persona", label: "Open “Personalization”" },
    };
  },
});
