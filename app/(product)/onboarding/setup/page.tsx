import type { Metadata } from "next";
import { requirePageUser } from "@/app/_session/require-page-user";
import { estimateCosts } from "@/lib/onboarding/estimate-costs";
import { getSetup } from "@/lib/onboarding/setup/get-setup";
import frame from "../_frame/frame.module.css";
import { ServiceNote } from "../_frame/service-note";
import { SetupForm } from "./_setup/setup-form";
import { SetupRun } from "./_setup/setup-run";
import { sumEstimates } from "./_setup/sum-estimates";

export const metadata: Metadata = { title: "Set up in one press" };

/** Website, research and persona from one line: begun, followed and reviewed on one page. */
export default async function SetupPage() {
  const user = await requirePageUser();
  const [setup, costs] = await Promise.all([getSetup(user), estimateCosts(user)]);
  const estimateUsd = sumEstimates(costs);
  const note = <ServiceNote user={user} needs={["gemini", "exa"]} />;
  if (setup)
    return (
      <SetupRun initial={setup} estimateUsd={estimateUsd}>
        {note}
      </SetupRun>
    );
  return (
    <>
      <h1>Set up in one press</h1>
      <p className={frame.lead}>
        From one address or one sentence ALwrity describes your site, finds who else writes for your
        readers, and learns your voice. You review it here, and can change all of it.
      </p>
      {note}
      <SetupForm estimateUsd={estimateUsd} />
    </>
  );
}
