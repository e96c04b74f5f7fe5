import { listIntegrations } from "@/lib/integrations/list-integrations";
import { listPublisherCards } from "@/lib/integrations/registry";
import type { StepProps } from "../../step-props";
import { SitesPanel } from "../step-forms";

/** Step 5: where finished posts go. */
export async function IntegrationsStep({ user }: StepProps) {
  return <SitesPanel cards={listPublisherCards()} initial={await listIntegrations(user)} />;
}
