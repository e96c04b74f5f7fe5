import { yourKeys } from "@/app/_ui/money";
import { estimateCosts } from "@/lib/onboarding/estimate-costs";
import { readStepData } from "@/lib/onboarding/read-step-data";
import { listAnalyses } from "@/lib/onboarding/website/saved-analyses";
import { ServiceNote } from "../../_frame/service-note";
import { SetupOffer } from "../../setup/_setup/setup-offer";
import type { StepProps } from "../../step-props";
import { WebsiteForm } from "../step-forms";
import { readWebsiteDraft } from "./website-form-state";

/** Step 2: what the user's site sounds like, for whom, and what to keep and to avoid. */
export async function WebsiteStep({ user }: StepProps) {
  const [{ data, draft, savedAt }, analyses, estimates] = await Promise.all([
    readStepData(user, "website"),
    listAnalyses(user),
    estimateCosts(user),
  ]);
  return (
    <>
      <ServiceNote user={user} needs={["gemini", "exa"]} />
      <SetupOffer user={user} filled={data !== null} />
      <WebsiteForm
        initial={readWebsiteDraft(draft, data)}
        savedAt={savedAt}
        analyses={analyses}
        estimateUsd={estimates.website}
        sitemapUsd={estimates.sitemap}
        payers={{ site: yourKeys(["Exa", "Gemini"]), other: yourKeys(["Gemini"]) }}
      />
    </>
  );
}
