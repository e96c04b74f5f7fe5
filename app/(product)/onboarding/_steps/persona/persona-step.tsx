import { estimateCosts } from "@/lib/onboarding/estimate-costs";
import { readStepData } from "@/lib/onboarding/read-step-data";
import { ServiceNote } from "../../_frame/service-note";
import type { StepProps } from "../../step-props";
import { PersonaForm } from "../step-forms";
import { readForm } from "./persona-text";

/** Step 4: the voice of the posts, from what the steps before have learned or by hand. */
export async function PersonaStep({ user }: StepProps) {
  const { data, draft, savedAt } = await readStepData(user, "persona");
  return (
    <>
      <ServiceNote user={user} needs={["gemini"]} />
      <PersonaForm
        initial={readForm(draft, data)}
        savedAt={savedAt}
        estimateUsd={(await estimateCosts(user)).persona}
      />
    </>
  );
}
