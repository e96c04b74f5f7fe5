import { z } from "zod";
import { yourKeys } from "@/app/_ui/money";
import { estimateCosts } from "@/lib/onboarding/estimate-costs";
import { readStepData } from "@/lib/onboarding/read-step-data";
import { SOCIALS_PRICES } from "@/lib/onboarding/research/price-socials";
import { ServiceNote } from "../../_frame/service-note";
import type { StepProps } from "../../step-props";
import { ResearchForm } from "../step-forms";
import { readResearchDraft } from "./research-form-state";

const about = z
  .object({
    url: z.string().optional(),
    profile: z.object({ description: z.string(), audience: z.string() }),
  })
  .catch({ profile: { description: "", audience: "" } });

/** Step 3: who else writes for these readers, what they leave out, and how deep to dig. */
export async function ResearchStep({ user }: StepProps) {
  const [own, website] = await Promise.all([
    readStepData(user, "research"),
    readStepData(user, "website"),
  ]);
  const { url, profile } = about.parse(website.data);
  return (
    <>
      <ServiceNote user={user} needs={["gemini", "exa"]} />
      <ResearchForm
        initial={readResearchDraft(own.draft, own.data)}
        savedAt={own.savedAt}
        description={[profile.description, profile.audience].filter(Boolean).join(" ")}
        url={url}
        estimateUsd={(await estimateCosts(user)).research}
        payer={yourKeys(["Exa", "Gemini"])}
        socialsUsd={SOCIALS_PRICES}
      />
    </>
  );
}
