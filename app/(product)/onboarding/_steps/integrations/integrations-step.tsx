import { listIntegrations } from "@/lib/integrations/list-integrations";
import { listPublisherCards } from "@/lib/integrations/registry";
import frame from "../../_frame/frame.module.css";
import type { StepProps } from "../../step-props";
import { SitesPanel } from "../step-forms";

/** Step 5: where finished posts go. */
export async function IntegrationsStep({ user }: StepProps) {
  return (
    <>
      <p className={frame.lead}>
        Connect the sites you publish on. Logins are encrypted like your keys, and nothing is ever
        published without your confirmation.
      </p>
      <SitesPanel cards={listPublisherCards()} initial={await listIntegrations(user)} />
    </>
  );
}
