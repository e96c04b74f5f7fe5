import "server-only";
import { z } from "zod";
import { getOnboarding } from "../../../onboarding/get-onboarding";
import { readStepData } from "../../../onboarding/read-step-data";
import { STEPS } from "../../../onboarding/schema";
import { summarizeOnboarding } from "../../../onboarding/summarize-onboarding";
import { defineAction } from "../action";
import { listFilled } from "./list-filled";

export const explainStep = defineAction({
  name: "explain_step",
  description: "Explain a step of the wizard: what it is for, what is filled in, what is missing.",
  args: z.strictObject({
    step: z
      .enum(STEPS.map(({ id }) => id))
      .optional()
      .describe("Leave it out for the step of the page."),
  }),
  run: async ({ user, page }, { step }) => {
    const state = await getOnboarding(user);
    const id = step ?? page.step ?? state.steps.find(({ status }) => status === "pending")?.id;
    const about = state.steps.find((one) => one.id === id) ?? state.steps[0];
    const learned = (await summarizeOnboarding(user)).find((one) => one.step === about?.id);
    const { draft } = about ? await readStepData(user, about.id) : { draft: null };
    return {
      told: {
        step: about?.title,
        number: about?.number,
        required: about?.required,
        status: about?.status,
        isFor: learned?.unlocks ?? "Look at what was learned, and begin.",
        known: learned?.learned !== null && learned?.learned !== undefined,
        halfFilledFields: listFilled(draft),
      },
      link: {
        href: `/onboarding/${about?.id ?? ""}`,
        label: `Open “${about?.title ?? "the wizard"}”`,
      },
    };
  },
});
